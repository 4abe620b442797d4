import { expect, it } from 'vitest';
import { countTopics, hitsOn } from './count-topics';
import type { Hit } from './found';

const tag = (name: string) => ({ slug: name.toLowerCase(), name });
const hit = (id: string, ...names: string[]): Hit => ({
  ...{
    id,
    href: `/blog/${id}`,
    title: id,
    excerpt: '',
    date: null,
    isDraft: false,
    isScheduled: false,
  },
  tags: names.map(tag),
});
const hits = [hit('a', 'Design'), hit('b', 'Numbers', 'Design'), hit('c', 'Company'), hit('d')];

it('counts topics, the most frequent first', () => {
  expect(countTopics(hits)).toEqual([
    { ...tag('Design'), count: 2 },
    { ...tag('Company'), count: 1 },
    { ...tag('Numbers'), count: 1 },
  ]);
});

it('narrows to one', () => {
  expect(hitsOn(hits, 'design').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(hitsOn(hits, null)).toHaveLength(4);
});
