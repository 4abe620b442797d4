import { expect, it } from 'vitest';
import { boxOptions } from './box-options';
import type { Found } from './found';

const found = (count: number): Found => ({
  ...{ text: 'x', isCut: false, isWordless: false, degraded: false, total: count },
  hits: Array.from({ length: count }, (_, n) => ({
    ...{ id: `${n}`, href: '/blog/x', title: 'x', excerpt: '', date: null },
    ...{ isDraft: false, isScheduled: false, tags: [] },
  })),
});
const kinds = (options: ReturnType<typeof boxOptions>) => options.map(({ kind }) => kind);

it('offers what was searched for before while nothing is typed', () => {
  const options = boxOptions({ text: '', found: null, recent: ['anvil', 'magnet'] });
  expect(kinds(options)).toEqual(['recent', 'recent']);
  expect(new Set(options.map(({ id }) => id)).size).toBe(2);
});

it('offers articles and the way to all of them', () => {
  const options = boxOptions({ text: 'x', found: found(2), recent: ['anvil'] });
  expect(kinds(options)).toEqual(['hit', 'hit', 'all']);
});

it('offers nothing where there is nothing, and the page where nothing answers', () => {
  expect(boxOptions({ text: 'x', found: found(0), recent: [] })).toEqual([]);
  expect(kinds(boxOptions({ text: 'x', found: null, recent: [] }))).toEqual(['all']);
});
