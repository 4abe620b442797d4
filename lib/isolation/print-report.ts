import { leaksOf, type WalkReport } from './recorder';
import type { Report } from './run-isolation';
import type { SabotageReport } from './saboteurs/run-saboteurs';

/** What a walk or a saboteur came to, in one line, and a line for every leak. */
export function describePart(part: WalkReport | SabotageReport): string[] {
  return 'items' in part ? describeWalk(part) : [describeSaboteur(part)];
}

function describeWalk(report: WalkReport): string[] {
  const leaks = leaksOf(report);
  const attempts = report.items.reduce((sum, item) => sum + item.attempts, 0);
  const verdict = leaks.length === 0 ? 'nothing got through' : `${leaks.length} leaks`;
  const counts = `${attempts} attempts on ${report.items.length} things`;
  return [`${report.walk.padEnd(17)} ${counts}: ${verdict}`, ...leaks.map((leak) => `  ${leak}`)];
}

function describeSaboteur({ did, walk, fault }: SabotageReport): string {
  return `${did}: ${fault ?? `noticed by ${walk}`}`;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
  attempts: number;
  leaks: string[];
}

/** Adds a run up: each thing of each walk counts as one, and so does each saboteur. */
export function countReport({ walks, saboteurs }: Report): Counts {
  const items = walks.flatMap((report) => report.items);
  const good = items.filter((item) => item.leaks.length === 0).length;
  const noticed = saboteurs.filter(({ fault }) => fault === null).length;
  const unnoticed = saboteurs.filter(({ fault }) => fault !== null);
  return {
    passed: good + noticed,
    failed: items.length - good + unnoticed.length,
    skipped: [],
    attempts: items.reduce((sum, item) => sum + item.attempts, 0),
    leaks: [
      ...walks.flatMap((report) => leaksOf(report).map((leak) => `${report.walk}: ${leak}`)),
      ...unnoticed.map(({ did, fault }) => `saboteur "${did}": ${fault}`),
    ],
  };
}
