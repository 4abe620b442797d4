import { expect, test } from 'vitest';
import { batchesOf, withoutTwins } from './batches';
import type { ItemReport } from './item-report';

const sized = (...lengths: number[]) => lengths.map((length) => ({ text: 'x'.repeat(length) }));
const counts = (...lengths: number[]) => batchesOf(sized(...lengths)).map((batch) => batch.length);

test('batches are small in number and size, and lose nothing', () => {
  expect(counts()).toEqual([]);
  expect(counts(...Array.from({ length: 45 }, () => 1))).toEqual([20, 20, 5]);
  expect(counts(600_000, 400_000, 200_000, 1)).toEqual([2, 2]);
  expect(counts(2_000_000, 1, 1)).toEqual([1, 2]);
});

test('a slug belongs to the first file that has it', () => {
  const report = (name: string, outcome: ItemReport['outcome'] = 'new') =>
    ({ name, outcome, slug: 'same', faults: [] }) as unknown as ItemReport;
  const marked = withoutTwins([report('a', 'refused'), report('b'), report('c')]);
  expect(marked.map(({ outcome }) => outcome)).toEqual(['refused', 'new', 'refused']);
  expect(marked[2]?.faults[0]?.message).toBe('“b” of this import has the same slug, same.');
});
