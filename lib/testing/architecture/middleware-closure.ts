import { importGraph } from './import-graph';
import type { Rule } from './source-file';

const ownFiles = [/^lib\/tenancy\/([\w-]+\/)?[\w-]+\.ts$/, /^lib\/env-edge\.ts$/];
// jose does its work by Web Crypto.
const packages = ['next/server', 'jose'];

/**
 * What middleware.ts reaches runs at the edge, where anything of Node makes every request fail
 * although the build only warns. So: pure files of lib/tenancy, lib/env-edge.ts
 * next/server and jose, nothing else.
 */
export const middlewareClosure: Rule = (files) => {
  const graph = importGraph(files);
  const faults: string[] = [];
  const pending = ['middleware.ts'];
  const seen = new Set(pending);
  while (pending.length > 0) {
    const path = pending.pop() as string;
    for (const { target, specifier, typeOnly } of graph.get(path) ?? []) {
      if (typeOnly) continue;
      const allowed =
        target === null ? packages.includes(specifier) : ownFiles.some((own) => own.test(target));
      if (!allowed) faults.push(`middleware reaches ${target ?? specifier} through ${path}`);
      if (allowed && target !== null && !seen.has(target)) pending.push(target);
      if (target !== null) seen.add(target);
    }
  }
  return faults;
};
