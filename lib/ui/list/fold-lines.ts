import type { DiffLine } from './diff-lines';

/** Lines to show, or how many unchanged ones are left out. */
export type FoldedLine = DiffLine | { kind: 'fold'; count: number };

const CONTEXT = 2;

/** Leaves out unchanged lines that are far from every change. */
export function foldLines(lines: DiffLine[]): FoldedLine[] {
  const isNear = lines.map(() => false);
  lines.forEach(({ kind }, at) => {
    if (kind === 'same') return;
    for (let near = at - CONTEXT; near <= at + CONTEXT; near++)
      if (near in isNear) isNear[near] = true;
  });
  const folded: FoldedLine[] = [];
  lines.forEach((line, at) => {
    const last = folded.at(-1);
    if (isNear[at]) folded.push(line);
    else if (last?.kind === 'fold') last.count++;
    else folded.push({ kind: 'fold', count: 1 });
  });
  return folded;
}
