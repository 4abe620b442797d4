import { expect, it } from 'vitest';
import { moveCurrent } from './move-current';

it('goes down to the last and up to the box', () => {
  const count = 3;
  expect(moveCurrent(-1, 'ArrowDown', { count })).toBe(0);
  expect(moveCurrent(2, 'ArrowDown', { count })).toBe(2);
  expect(moveCurrent(0, 'ArrowUp', { count })).toBe(-1);
  expect(moveCurrent(-1, 'ArrowUp', { count })).toBe(-1);
});

it('goes round where it wraps', () => {
  const round = { count: 3, wraps: true };
  expect(moveCurrent(2, 'ArrowDown', round)).toBe(-1);
  expect(moveCurrent(-1, 'ArrowUp', round)).toBe(2);
});

it('stays with the box where there is nothing, and in a list that got shorter', () => {
  expect(moveCurrent(-1, 'ArrowDown', { count: 0 })).toBe(-1);
  expect(moveCurrent(5, 'x', { count: 2 })).toBe(1);
});
