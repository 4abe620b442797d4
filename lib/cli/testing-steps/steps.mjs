import { build } from './build.mjs';
import { chromium } from './chromium.mjs';
import { coverage } from './coverage.mjs';
import { e2e } from './e2e.mjs';
import { install } from './install.mjs';
import { isolation } from './isolation.mjs';
import { lint } from './lint.mjs';
import { types } from './types.mjs';
import { integration, launcher, search, unit } from './vitest-steps.mjs';

/**
 * The steps of `npm test` in order. Steps of one row run side by side.
 *
 * A step: { name, about, needs: names, run(context) -> { passed, failed, skipped, detail, output } }
 */
export const stages = [
  [install],
  [chromium],
  [types, lint, unit],
  [integration],
  [coverage],
  [search],
  [launcher],
  [build],
  [isolation],
  [e2e],
];

/** The names of all steps, in order. */
export const stepNames = stages.flat().map((step) => step.name);

const usual = stages.flat().filter((step) => !step.isExtra);

/**
 * What a run does: the steps asked for (when null all but extras) and what they need.
 *
 * @param {string[] | null} only
 * @returns {{ asked: Set<string>, selected: Set<string> }}
 */
export function selectSteps(only) {
  const asked = new Set(only ?? usual.map((step) => step.name));
  const selected = new Set();
  const add = (name) => {
    if (selected.has(name)) return;
    selected.add(name);
    const step = stages.flat().find((one) => one.name === name);
    for (const needed of step.needs) add(needed);
  };
  for (const name of asked) add(name);
  return { asked, selected };
}
