import { expect, test } from 'vitest';
import { readAskedMark, writeAskedMark } from './asked-mark';

const rootState = 'a'.repeat(43);

test('a mark is read back', () => {
  const mark = { at: 1_795_977_709_942, rootState };
  expect(readAskedMark(writeAskedMark(mark))).toEqual(mark);
});

test.each([
  undefined,
  '',
  'x',
  `1795977709942.${'a'.repeat(42)}`,
  `1795977709942.${rootState}.x`,
  `-1.${rootState}`,
  `17959777099420.${rootState}`,
  `1795977709942.${'a'.repeat(42)}/`,
])('%j is none', (value) => {
  expect(readAskedMark(value)).toBeNull();
});
