import { describe, expect, test } from 'vitest';
import { readTree } from './architecture/read-tree';
import { rules } from './architecture/rules';
import type { SourceFile } from './architecture/source-file';

const tree = readTree();

/** One planted violation per row: the rule, a file that breaks it, what the rule must say. */
const planted: [keyof typeof rules, SourceFile[], RegExp][] = [
  [
    'imports follow the table',
    [file('lib/blog/a.ts', imports('@/lib/api/b'))],
    /lib\/blog may not/,
  ],
  ['imports follow the table', [file('lib/blog/a.ts', imports('@/app/page'))], /never imports app/],
  [
    'imports follow the table',
    [file('lib/cache/a.ts', imports('../site/b'))],
    /lib\/cache may not/,
  ],
  ['imports follow the table', [file('lib/cli/a.ts', imports('@/lib/ui/b'))], /ui is for app/],
  ['imports follow the table', [file('lib/env.ts', imports('./db/a'))], /directly in lib/],
  ['imports follow the table', [file('lib/novelty.ts', '')], /novelty\.ts has no row/],
  ['imports follow the table', [file('lib/novelty/a.ts', '')], /novelty has no row/],
  ['imports follow the table', [file('app/page.tsx', imports('@/lib/db/b'))], /not import lib\/db/],
  ['imports follow the table', [file('app/a.tsx', imports('@/lib/tenancy/b'))], /lib\/tenancy/],
  [
    'imports follow the table',
    [file('lib/ui/a.ts', "await import('../db/b');")],
    /lib\/ui may not/,
  ],
  [
    'no import cycles',
    [file('lib/blog/a.ts', imports('./b')), file('lib/blog/b.ts', "export * from '@/lib/blog/a';")],
    /lib\/blog\/a\.ts > lib\/blog\/b\.ts > lib\/blog\/a\.ts/,
  ],
  [
    'middleware reaches only what runs at the edge',
    [
      file('middleware.ts', imports('@/lib/tenancy/x')),
      file('lib/tenancy/x.ts', imports('node:fs')),
    ],
    /reaches node:fs through lib\/tenancy\/x\.ts/,
  ],
  [
    'middleware reaches only what runs at the edge',
    [file('middleware.ts', imports('@/lib/db/client'))],
    /reaches lib\/db\/client through middleware/,
  ],
  [
    'next is imported only by the outer layer',
    [file('lib/blog/a.ts', imports('next/link'))],
    /link/,
  ],
  [
    'links of a tenant keep its beginning of the path',
    [file('app/[tenant]/a.tsx', imports('next/link'))],
    /imports next\/link/,
  ],
  [
    'links of a tenant keep its beginning of the path',
    [file('lib/ui/a.tsx', 'export const A = () => <><a href="#x">x</a><a href={to}>y</a></>;')],
    /a plain link/,
  ],
  [
    'addresses are not built from the request',
    [file('app/a/route.ts', 'new URL("/x", request.url);')],
    /reads request\.url/,
  ],
  [
    'addresses are not built from the request',
    [file('lib/api/a.ts', 'f(request.nextUrl.origin);')],
    /reads nextUrl\.origin/,
  ],
  ['the environment is read in one place', [file('lib/db/a.ts', 'f(process.env.X);')], /reads/],
  ['the environment is read in one place', [file('app/a.ts', 'const { env } = process;')], /reads/],
  ['the environment is read in one place', [file('app/a.ts', "process['env'];")], /reads/],
  [
    'the environment is read in one place',
    [file('instrumentation.ts', 'f(process.env.X);')],
    /reads/,
  ],
  [
    'the environment is read in one place',
    [file('lib/db/a.ts', "import { env } from 'node:process';")],
    /reads/,
  ],
  ['names are kebab-case and say something', [file('lib/blog/blogUtils.ts', '')], /not kebab-case/],
  [
    'names are kebab-case and say something',
    [file('lib/blog/post-helpers.ts', '')],
    /says nothing/,
  ],
  ['names are kebab-case and say something', [file('lib/services/post.ts', '')], /says nothing/],
  ['files are short', [file('lib/blog/a.ts', 'f();\n'.repeat(201))], /201 lines/],
  ['files are short', [file('lib/blog/a.ts', 'f();\n'.repeat(61))], /median file has 61/],
  ['no barrels', [file('lib/blog/index.ts', "export { a } from './a';")], /only re-exports/],
  [
    'no barrels',
    [file('lib/blog/index.ts', "import { a } from './a';\nexport { a };")],
    /only re-exports/,
  ],
  [
    'cache functions of Next are called only in lib/cache',
    [file('lib/site/a.ts', "import { unstable_cache } from 'next/cache';")],
    /outside lib\/cache/,
  ],
  [
    'cache functions of Next are called only in lib/cache',
    [file('app/a.tsx', "export async function a() {\n  'use cache';\n}")],
    /use cache/,
  ],
  [
    'pages, routes and actions enter by a door',
    [file('app/x/page.tsx', 'export default f;')],
    /calls none of/,
  ],
  [
    'unscoped handles stay with their folders',
    [file('lib/blog/a.ts', imports('@/lib/db/platform-db')), file('lib/db/platform-db.ts', '')],
    /unscoped lib\/db\/platform-db\.ts/,
  ],
  [
    'unscoped handles stay with their folders',
    [file('lib/tenancy/a.ts', imports('@/lib/db/console-db')), file('lib/db/console-db.ts', '')],
    /unscoped lib\/db\/console-db\.ts/,
  ],
  [
    'domain code takes its context',
    [file('lib/blog/a.ts', imports('../tenancy/context')), file('lib/tenancy/context.ts', '')],
    /take ctx instead/,
  ],
  [
    'domain code takes its context',
    [file('lib/db/a.ts', imports('node:async_hooks'))],
    /async_hooks/,
  ],
  [
    'code for tests stays with tests',
    [file('lib/cli/a.ts', imports('../testing/tenant-test/clear-tenant'))],
    /clear-tenant, which is for tests/,
  ],
];

describe('the tree keeps the house rules', () => {
  test('the tree was found', () => {
    expect(tree.map(({ path }) => path)).toContain('lib/testing/architecture.test.ts');
  });
  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(tree)).toEqual([]);
  });
});

describe('a planted violation is seen', () => {
  test.each(planted)('%s, violation %#', (name, files, expected) => {
    expect(rules[name](files).join('\n')).toMatch(expected);
  });
  test('every rule has one', () => {
    expect(new Set(planted.map(([name]) => name))).toEqual(new Set(Object.keys(rules)));
  });
});

describe('what is right passes', () => {
  const right = [
    file('middleware.ts', imports('@/lib/tenancy/x') + imports('next/server')),
    file('lib/tenancy/x.ts', imports('./y')),
    file('lib/tenancy/y.ts', "import type { x } from './x';\nexport const text = `process.env`;"),
    file('app/[tenant]/(site)/[...rest]/page.tsx', 'export default () => tenantPage(a, b);'),
    route(
      "const all = tenantRoute(f, { permission: 'public' });\nexport const GET = tenantRoute(g, { permission: 'posts.read' });\nexport { all as POST };",
    ),
    file(
      'app/[tenant]/admin/actions.ts',
      "'use server';\nimport { tenantAction } from '@/lib/api/tenant-action';\nexport const save = tenantAction({ permission: rightOf, input }, run);",
    ),
    file('lib/db/schema/tenant/index.ts', "export * from './posts';"),
    file('lib/db/schema/tenant/posts.ts', 'const words = \'import x from "@/app/page"\';'),
  ];
  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(right)).toEqual([]);
  });
});

function file(path: string, source: string): SourceFile {
  return { path, source };
}

function route(source: string): SourceFile {
  const door = "import { tenantRoute } from '@/lib/api/tenant-route';\n";
  return file('app/[tenant]/x/route.ts', door + source);
}

function imports(specifier: string): string {
  return `import { a } from '${specifier}';\n`;
}
