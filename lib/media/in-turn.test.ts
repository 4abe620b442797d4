import { expect, test } from 'vitest';
import { inTurn } from './in-turn';

test('so many run at once, so many wait in line, and the next is told to come later', async () => {
  const takeTurn = inTurn({ most: 2, waiting: 1 });
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const piece = (n: number) =>
    takeTurn(async () => {
      begun.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      return n;
    });
  const pieces = [piece(1), piece(2), piece(3)];
  await expect(piece(4)).rejects.toMatchObject({ code: 'unavailable' });
  expect(begun).toEqual([1, 2]);
  ends[0]?.();
  await pieces[0];
  await expect.poll(() => begun).toEqual([1, 2, 3]);
  for (const end of ends) end();
  expect(await Promise.all(pieces)).toEqual([1, 2, 3]);
});

test('a piece that fails makes room', async () => {
  const takeTurn = inTurn({ most: 1, waiting: 0 });
  await expect(takeTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await takeTurn(async () => 'next')).toBe('next');
});
