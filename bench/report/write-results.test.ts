import { describe, expect, test } from 'vitest';
import { sampleResult } from './sample-result';
import { mergeResults, toStored } from './write-results';

describe('stored results', () => {
  const stored = (id: 'P1' | 'P3', median: number) =>
    toStored({ ...sampleResult, id, median }, false);

  test('a ratio measured again replaces its old rows, all of them', () => {
    const merged = mergeResults(
      [stored('P1', 1), stored('P1', 2), stored('P3', 3)],
      [stored('P1', 4)],
    );
    expect(merged.map(({ id, median }) => [id, median])).toEqual([
      ['P1', 4],
      ['P3', 3],
    ]);
  });
  test('carry their verdict', () => {
    expect(toStored(sampleResult, true)).toMatchObject({ verdict: 'met', quick: true });
  });
});
