import { expect, it } from 'vitest';
import { addRecent, mostRecent, parseRecent, withoutRecent } from './recent-searches';

it('puts the newest in front, the same words once', () => {
  expect(addRecent(['anvil', 'magnet'], ' Magnet ')).toEqual(['Magnet', 'anvil']);
  expect(addRecent([], 'two   words')).toEqual(['two words']);
});

it('forgets the oldest, and keeps nothing empty or long', () => {
  const full = Array.from({ length: mostRecent }, (_, n) => `word ${n}`);
  expect(addRecent(full, 'new')).toEqual(['new', ...full.slice(0, -1)]);
  expect(addRecent(['anvil'], '   ')).toEqual(['anvil']);
  expect(addRecent(['anvil'], 'a'.repeat(81))).toEqual(['anvil']);
});

it('takes one out', () => {
  expect(withoutRecent(['anvil', 'Magnet'], 'magnet')).toEqual(['anvil']);
});

it('reads only what it has written itself', () => {
  expect(parseRecent('["anvil","magnet"]')).toEqual(['anvil', 'magnet']);
  expect(parseRecent(JSON.stringify(Array(20).fill('x')))).toHaveLength(mostRecent);
  for (const kept of [null, '', '{', '{"0":"x"}', '"x"', 'null', '[1,null,"",["x"]]']) {
    expect(parseRecent(kept)).toEqual([]);
  }
});
