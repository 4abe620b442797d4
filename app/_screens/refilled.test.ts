import { expect, test } from 'vitest';
import { refilled } from './refilled';
import type { FormState } from './screen-types';

const tags = {
  kind: 'relations' as const,
  name: 'tags',
  label: 'Tags',
  choices: [{ id: 'n', label: 'News' }],
};
const refusal = (typed: FormState['typed']): FormState => ({ attempt: '1', typed, errors: [] });

test('what was chosen keeps its name, also where it was found or made on the page', () => {
  const met = new Map([['m', { id: 'm', label: 'Made here' }]]);
  const again = refilled(tags, refusal({ tags: ['n', 'm', 'x'] }), met.values());
  expect(again).toMatchObject({
    defaultValue: [
      { id: 'n', label: 'News' },
      { id: 'm', label: 'Made here' },
      { id: 'x', label: 'Chosen before' },
    ],
  });
});

test('nothing chosen stays nothing, and without a refusal all is as it was', () => {
  expect(refilled(tags, refusal({}))).toMatchObject({ defaultValue: [] });
  expect(refilled(tags, null)).toBe(tags);
});
