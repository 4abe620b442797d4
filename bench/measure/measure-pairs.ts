import { summarize } from './statistics';

/** What one sample saw: numbers by name, the same names every time. */
export type Sample = Readonly<Record<string, number>>;

/** Samples of both sides, in the order they were taken; one reference more than targets. */
export interface PairedRun<S extends Sample> {
  references: S[];
  targets: S[];
}

/**
 * Takes samples in turn: reference, target, reference, target, ..., reference. What else happens on
 * the machine then falls on both sides alike.
 */
export async function measurePairs<S extends Sample>(
  pairs: number,
  reference: () => Promise<S>,
  target: () => Promise<S>,
): Promise<PairedRun<S>> {
  const run: PairedRun<S> = { references: [await reference()], targets: [] };
  for (let pair = 0; pair < pairs; pair += 1) {
    run.targets.push(await target());
    run.references.push(await reference());
  }
  return run;
}

/**
 * The ratio of each pair, target / reference. The reference is the mean of the samples before and
 * after the target, so that a machine that slowly gets busier does not tilt it.
 *
 * @throws Error when a sample lacks the name.
 */
export function ratiosOf<S extends Sample>(run: PairedRun<S>, name: keyof S & string): number[] {
  return run.targets.map((target, pair) => {
    const before = numberOf(run.references[pair], name);
    const after = numberOf(run.references[pair + 1], name);
    return numberOf(target, name) / ((before + after) / 2);
  });
}

/**
 * Sums a run up under one of its names: the ratios, and what both sides saw.
 *
 * @throws Error when a sample lacks the name.
 */
export function summarizeRun<S extends Sample>(run: PairedRun<S>, name: keyof S & string) {
  return {
    ...summarize(ratiosOf(run, name)),
    pairs: run.targets.length,
    seen: {
      reference: run.references.map((sample) => numberOf(sample, name)),
      target: run.targets.map((sample) => numberOf(sample, name)),
    },
  };
}

function numberOf(sample: Sample | undefined, name: string): number {
  const value = sample?.[name];
  if (value === undefined) throw new Error(`A sample has no ${name}.`);
  return value;
}
