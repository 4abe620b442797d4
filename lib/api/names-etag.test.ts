import { expect, test } from 'vitest';
import { namesEtag } from './names-etag';

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['', false],
  [null, false],
  [undefined, false],
])('%s', (header, expected) => {
  expect(namesEtag(header, '"a"')).toBe(expected);
  expect(namesEtag(header, null)).toBe(false);
});
