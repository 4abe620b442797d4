import { expect, test } from 'vitest';
import { noticeOf, saboteurs } from './run-saboteurs';

const report = { walk: 'routes', items: [{ item: '/', attempts: 1, leaks: ['shows globex'] }] };

test('a saboteur counts as noticed by its own walk and for its own reason only', () => {
  expect(noticeOf({ walk: 'routes', tells: /globex/ }, report)).toBe('/: shows globex');
  expect(noticeOf({ walk: 'routes', tells: /acme/ }, report)).toBeNull();
  expect(noticeOf({ walk: 'tables/filter', tells: /globex/ }, report)).toBeNull();
});

test('each saboteur has a name of its own', () => {
  const names = saboteurs.map(({ did }) => did);
  expect(new Set(names).size).toBe(names.length);
});
