import { posix } from 'node:path';
import { type Import, listImports } from './list-imports';
import type { SourceFile } from './source-file';

/** An import as seen from the tree: `target` is a path of the project, or null for a package. */
export interface Edge extends Import {
  target: string | null;
}

/** For each file of the tree, what it imports. */
export type ImportGraph = Map<string, Edge[]>;

const graphs = new WeakMap<SourceFile[], ImportGraph>();

/** The import graph of a tree, made once per tree. */
export function importGraph(files: SourceFile[]): ImportGraph {
  const known = graphs.get(files);
  if (known) return known;
  const paths = new Set(files.map((file) => file.path));
  const graph: ImportGraph = new Map();
  for (const file of files) {
    const edges = listImports(file).map((found) => ({
      ...found,
      target: resolvePath(file.path, found.specifier, paths),
    }));
    graph.set(file.path, edges);
  }
  graphs.set(files, graph);
  return graph;
}

/**
 * The project path a specifier means. A path that leads nowhere is given back without an
 * extension, so that a rule over folders still sees it.
 */
function resolvePath(from: string, specifier: string, paths: Set<string>): string | null {
  const plain = specifier.replace(/\?.*$/, '');
  const isOwn = plain.startsWith('@/') || plain.startsWith('.');
  if (!isOwn) return null;
  const base = plain.startsWith('@/')
    ? posix.normalize(plain.slice(2))
    : posix.join(posix.dirname(from), plain);
  const stem = base.replace(/\.js$/, '');
  const candidates = [base, ...['ts', 'tsx', 'mjs', 'mts'].map((end) => `${stem}.${end}`)];
  candidates.push(`${base}/index.ts`, `${base}/index.tsx`);
  return candidates.find((path) => paths.has(path)) ?? base;
}
