import { isNode, parseFile, type Rule, type SourceFile } from './source-file';

const allowed = /^lib\/db\/schema\/([\w-]+\/)?index\.ts$/;

/** No file that only passes on what others export: an import names the file that does the work. */
export const barrels: Rule = (files) =>
  files
    .filter((file) => !allowed.test(file.path) && isBarrel(file))
    .map((file) => `${file.path} only re-exports`);

function isBarrel(file: SourceFile): boolean {
  const statements = parseFile(file).body as unknown[];
  const kinds = statements.map((node) => {
    if (!isNode(node)) return 'other';
    if (node.type === 'ExportAllDeclaration') return 'pass on';
    if (node.type === 'ImportDeclaration') return 'import';
    return node.type === 'ExportNamedDeclaration' && !node.declaration ? 'pass on' : 'other';
  });
  return kinds.includes('pass on') && !kinds.includes('other');
}
