import { expect, test } from 'vitest';
import { previewWords } from './preview-words';

test.each([
  [0, 0, 0, 'Nobody is in the group yet, so there is nobody to write to.'],
  [1, 0, 0, 'Nobody would get it: 1 belongs to no site that serves, and gets nothing.'],
  [1, 1, 1, '1 person gets it, in 1 site: where they begin, else where they have been longest.'],
  [
    ...[1200, 1198, 2],
    '1,198 people get it once each, in 2 sites: where they begin, else where they have been longest. 2 belong to no site that serves, and get nothing.',
  ],
] as [number, number, number, string][])(
  'of %i people %i are reached by %i sites',
  (people, reached, tenants, words) => {
    expect(previewWords({ people, reached, tenants })).toBe(words);
  },
);
