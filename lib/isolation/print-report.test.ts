import { expect, test } from 'vitest';
import { countReport, describePart } from './print-report';

const walk = {
  walk: 'routes',
  items: [
    { item: '/', attempts: 3, leaks: [] },
    { item: '/blog', attempts: 2, leaks: ['shows globex'] },
  ],
};
const noticed = { did: 'filter removed', walk: 'tables/filter', noticed: 'x', fault: null };
const missed = { ...noticed, noticed: null, fault: 'tables/filter did not notice' };

test('each thing counts as one, and so does each saboteur', () => {
  const counts = countReport({ walks: [walk], saboteurs: [noticed, missed] });
  expect(counts).toMatchObject({ passed: 2, failed: 2, attempts: 5, skipped: [] });
  expect(counts.leaks).toEqual([
    'routes: /blog: shows globex',
    'saboteur "filter removed": tables/filter did not notice',
  ]);
});

test('a walk is one line and one more for each leak', () => {
  expect(describePart(walk)).toEqual([
    'routes            5 attempts on 2 things: 1 leaks',
    '  /blog: shows globex',
  ]);
});

test('a saboteur is one line', () => {
  expect(describePart(noticed)).toEqual(['filter removed: noticed by tables/filter']);
  expect(describePart(missed)).toEqual(['filter removed: tables/filter did not notice']);
});
