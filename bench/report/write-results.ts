import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { drawChart } from './draw-chart';
import { judge, type RatioResult, type Verdict } from './ratio-result';

export interface StoredRatio extends RatioResult {
  verdict: Verdict;
  /** Few and short samples: not for judging. */
  quick: boolean;
  measuredAt: string;
  /** What it ran on. Ratios are the result; this is to understand outliers by. */
  machine: { cores: number; node: string; platform: string; load: number };
}

/** Adds what is needed to understand a result later. */
export function toStored(result: RatioResult, quick: boolean): StoredRatio {
  return {
    ...result,
    verdict: judge(result),
    quick,
    measuredAt: new Date().toISOString(),
    machine: {
      cores: os.cpus().length,
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
    },
  };
}

/** Puts new results in place of older ones of the same ratio; the others stay. */
export function mergeResults(
  old: readonly StoredRatio[],
  fresh: readonly StoredRatio[],
): StoredRatio[] {
  const measured = new Set(fresh.map(({ id }) => id));
  const kept = old.filter(({ id }) => !measured.has(id));
  return [...kept, ...fresh].sort((a, b) => a.id.localeCompare(b.id));
}

/** Writes bench/results.json and bench/results.svg. */
export function writeResults(folder: string, fresh: readonly StoredRatio[]): void {
  const file = `${folder}/results.json`;
  const old = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).ratios : [];
  const ratios = mergeResults(old, fresh);
  writeFileSync(file, `${JSON.stringify({ ratios }, null, 2)}\n`);
  writeFileSync(`${folder}/results.svg`, drawChart(ratios.map(withHaste)));
}

/** A quick run must not pass for a measurement. */
function withHaste(ratio: StoredRatio): StoredRatio {
  return ratio.quick ? { ...ratio, name: `${ratio.name} (quick run)` } : ratio;
}
