import { parseAst } from 'vitest/node';

/** A file of the tree, as read: `path` is relative to the root of the project, with slashes. */
export interface SourceFile {
  path: string;
  source: string;
}

/** Any node of the syntax tree; the rules look at few fields, so the rest stays unknown. */
export interface SyntaxNode {
  type: string;
  [field: string]: unknown;
}

/** A rule takes the whole tree and gives one sentence per violation. */
export type Rule = (files: SourceFile[]) => string[];

const parsed = new WeakMap<SourceFile, SyntaxNode>();

/** Parses a file once, whichever rules ask. A file that does not parse throws, naming the path. */
export function parseFile(file: SourceFile): SyntaxNode {
  const known = parsed.get(file);
  if (known) return known;
  try {
    const lang = file.path.endsWith('.tsx') ? 'tsx' : 'ts';
    const program = parseAst(file.source, { lang }) as unknown as SyntaxNode;
    parsed.set(file, program);
    return program;
  } catch (cause) {
    throw new Error(`${file.path} does not parse`, { cause });
  }
}

/** Calls `visit` for every node of a file, outermost first. */
export function visitNodes(file: SourceFile, visit: (node: SyntaxNode) => void): void {
  const pending: unknown[] = [parseFile(file)];
  while (pending.length > 0) {
    const value = pending.pop();
    if (isNode(value)) visit(value);
    if (typeof value === 'object' && value !== null)
      pending.push(...Object.values(value).reverse());
  }
}

/** True for a value that is a node of the syntax tree. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Test files may reach further than the code they test. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('e2e/') || path.startsWith('bench/');
}
