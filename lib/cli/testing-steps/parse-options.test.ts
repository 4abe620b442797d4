import { expect, test } from 'vitest';
import { parseOptions } from './parse-options.mjs';
import { selectSteps, stepNames } from './steps.mjs';

test('without arguments everything runs but what only counts', () => {
  expect(parseOptions([], stepNames).only).toBeNull();
  const checks = stepNames.filter((name) => name !== 'coverage');
  expect([...selectSteps(null).selected].sort()).toEqual(checks.sort());
  expect(selectSteps(['coverage']).selected.has('integration')).toBe(true);
});

test.each([[['--only', 'types,lint']], [['--only=types,lint']]])('%j names steps', (args) => {
  expect(parseOptions(args, stepNames).only).toEqual(['types', 'lint']);
});

test.each([
  [['--only', 'typos'], /no step typos/],
  [['--only'], /needs names/],
  [['--fast'], /unknown option --fast/],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => parseOptions(args, stepNames)).toThrow(sentence);
});

test('a step brings what it needs', () => {
  const { asked, selected } = selectSteps(['isolation']);
  expect([...asked]).toEqual(['isolation']);
  expect([...selected].sort()).toEqual(['build', 'install', 'isolation']);
});

test('npm run check stays small', () => {
  expect(selectSteps(['types', 'lint', 'unit']).selected.size).toBe(4);
});
