import { type ImportGraph, importGraph } from './import-graph';
import type { Rule } from './source-file';

/** No import cycle in lib and app. Types may refer to each other: they are gone at run time. */
export const importCycles: Rule = (files) => {
  const graph = importGraph(files);
  const finished = new Set<string>();
  const cycles: string[] = [];
  for (const path of graph.keys()) follow(path, [], { graph, finished, cycles });
  return cycles;
};

interface Search {
  graph: ImportGraph;
  finished: Set<string>;
  cycles: string[];
}

function follow(path: string, trail: string[], search: Search): void {
  if (search.finished.has(path)) return;
  const start = trail.indexOf(path);
  if (start >= 0) {
    search.cycles.push(`import cycle: ${[...trail.slice(start), path].join(' > ')}`);
    return;
  }
  for (const edge of search.graph.get(path) ?? []) {
    if (!edge.typeOnly && edge.target !== null) follow(edge.target, [...trail, path], search);
  }
  search.finished.add(path);
}
