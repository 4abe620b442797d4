import { isNode, type SourceFile, type SyntaxNode, visitNodes } from './source-file';

/** One import, re-export or `import()` of a file. */
export interface Import {
  specifier: string;
  /** True when the import disappears at run time (`import type`, `export type`, `import('x').T`). */
  typeOnly: boolean;
}

/** Everything a file imports, in whichever form; computed specifiers cannot be followed. */
export function listImports(file: SourceFile): Import[] {
  const imports: Import[] = [];
  visitNodes(file, (node) => {
    const specifier = stringOf(node.source) ?? stringOf(requireArgument(node));
    if (specifier === null) return;
    const typeOnly =
      node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
    imports.push({ specifier, typeOnly });
  });
  return imports;
}

function requireArgument(node: SyntaxNode): unknown {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return null;
  const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
  return isRequire ? (node.arguments as unknown[])[0] : null;
}

function stringOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string'
    ? node.value
    : null;
}
