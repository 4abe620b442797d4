import { expect, test } from 'vitest';
import { runSteps } from './run-steps.mjs';

interface Outcome {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
  detail?: string;
  output?: string;
}

const one: Outcome = { passed: 1, failed: 0, skipped: [] };
const broken: Outcome = { passed: 0, failed: 1, skipped: [] };

test('counts are added up over all steps', async () => {
  const skip = { name: 'a test', reason: 'no server' };
  const { total } = await run([
    [step('a', () => one)],
    [step('b', () => ({ passed: 40, failed: 2, skipped: [skip] }))],
  ]);
  expect(total).toEqual({ passed: 41, failed: 2, skipped: [skip] });
});

test('a step that crashes is one failure, and its error is shown', async () => {
  const { total, outcomes } = await run([
    [
      step('a', () => {
        throw new Error('no such thing');
      }),
    ],
  ]);
  expect(total.failed).toBe(1);
  expect(outcomes.a?.output).toContain('no such thing');
});

test('a step that needs a failed one is a failure that says so, not a skip', async () => {
  const { total, outcomes } = await run([
    [step('build', () => broken)],
    [step('e2e', () => one, ['build'])],
    [step('other', () => one)],
  ]);
  expect(outcomes.e2e).toMatchObject({ failed: 1, detail: 'not run: needs build, which failed' });
  expect(total).toEqual({ passed: 1, failed: 2, skipped: [] });
});

test('a failure is passed on along a chain of needs', async () => {
  const { outcomes } = await run([
    [step('install', () => broken)],
    [step('build', () => one, ['install'])],
    [step('e2e', () => one, ['build'])],
  ]);
  expect(outcomes.e2e?.failed).toBe(1);
});

test('with --bail what comes after a failure is skipped with the reason', async () => {
  const { total } = await run([[step('a', () => broken)], [step('b', () => one)]], { bail: true });
  expect(total.skipped).toEqual([{ name: 'b', reason: 'not run: --bail, and a failed' }]);
});

test('only selected steps run', async () => {
  const stages = [[step('a', () => one), step('b', () => broken)]];
  const { total, outcomes } = await run(stages, { selected: ['a'] });
  expect(Object.keys(outcomes)).toEqual(['a']);
  expect(total.failed).toBe(0);
});

test('steps of one stage run side by side', async () => {
  let arrived = 0;
  const meet = async () => {
    arrived += 1;
    while (arrived < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    return one;
  };
  const { total } = await run([[step('a', meet), step('b', meet)]]);
  expect(total.passed).toBe(2);
});

function step(name: string, work: () => Outcome | Promise<Outcome>, needs: string[] = []) {
  return { name, about: '', needs, run: async () => work() };
}

async function run(
  stages: ReturnType<typeof step>[][],
  { bail = false, selected = stages.flat().map(({ name }) => name) } = {},
) {
  const outcomes: Record<string, Outcome> = {};
  const context = { selected: new Set(selected), asked: new Set(selected), bail, scratch: '' };
  const total = await runSteps(stages, context, {
    begin() {},
    end({ name }, outcome) {
      outcomes[name] = outcome;
    },
  });
  return { total, outcomes };
}
