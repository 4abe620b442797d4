import { describe, expect, test } from 'vitest';
import { parseOptions, ratioIds } from './parse-options';

describe('the options of the bench', () => {
  test('are everything, at length, as a table', () => {
    expect(parseOptions([])).toEqual({ only: ratioIds, quick: false, json: false, help: false });
  });
  test('name ratios in any order and case, and keep the order of the list', () => {
    expect(parseOptions(['--only', 'p9,P1']).only).toEqual(['P1', 'P9']);
    expect(parseOptions(['--only=P3', '--quick']).only).toEqual(['P3']);
  });
  test.each([
    [['--fast'], 'unknown option --fast'],
    [['--only', 'P8'], 'there is no ratio P8; there are P1, P2, P3, P4, P5, P6, P7, P9'],
    [['--only'], '--only needs names'],
  ])('%j is refused', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
