import { listImports } from './list-imports';
import { isNode, isTest, type Rule, type SourceFile, visitNodes } from './source-file';

const places = /^(app\/(\[tenant\]|_screens|_sign-in)|lib\/ui)\//;

/** They put the beginning of the path themselves, or stand on the root host alone. */
const knowing = [
  'app/[tenant]/_parts/site-link.tsx',
  'app/[tenant]/admin/_parts/admin-navigation.tsx',
  // Asks the link around it, and is none.
  'app/[tenant]/admin/_parts/link-busy.tsx',
  'lib/ui/place-link.tsx',
  'lib/ui/dialog/confirm-link.tsx',
  'lib/ui/platform-frame.tsx',
  'lib/ui/unknown-site.tsx',
  'lib/ui/shell/console-shell.tsx',
];

/**
 * Where the path names the tenant, its addresses begin with `/acme` (S2.12). A plain link or the
 * router's own would lead out of the tenant, so pages use PlaceLink, SoftLink or SiteLink.
 */
export const siteLinks: Rule = (files) =>
  files
    .filter(({ path }) => places.test(path) && !isTest(path) && !knowing.includes(path))
    .flatMap((file) => [
      ...listImports(file)
        .filter(({ specifier }) => specifier === 'next/link')
        .map(() => `${file.path} imports next/link`),
      ...plainLinks(file),
    ]);

function plainLinks(file: SourceFile): string[] {
  const faults: string[] = [];
  visitNodes(file, ({ type, name, attributes }) => {
    if (type !== 'JSXOpeningElement' || !isNode(name) || name.name !== 'a') return;
    const leadsOut = (attributes as unknown[]).some(
      (one) => isNode(one) && isNode(one.name) && one.name.name === 'href' && !isHash(one.value),
    );
    if (leadsOut) faults.push(`${file.path} has a plain link to a path`);
  });
  return faults;
}

/** `"#x"` or `` {`#${x}`} ``: a place on the page itself. */
function isHash(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (typeof value.value === 'string') return value.value.startsWith('#');
  const { expression } = value;
  if (!isNode(expression) || expression.type !== 'TemplateLiteral') return false;
  const [first] = expression.quasis as { value: { raw: string } }[];
  return first?.value.raw.startsWith('#') ?? false;
}
