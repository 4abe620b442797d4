import { expect, it } from 'vitest';
import { countWords } from './count-words';

it('says how much there is, and how much of it is shown', () => {
  expect(countWords({ shown: 1, found: 1, total: 1 })).toBe('1 article');
  expect(countWords({ shown: 6, found: 6, total: 6 })).toBe('6 articles');
  expect(countWords({ shown: 50, found: 50, total: 1212 })).toBe('The 50 best of 1,212 articles');
  expect(countWords({ shown: 2, found: 6, total: 6 })).toBe('2 of 6 articles');
  expect(countWords({ shown: 2, found: 50, total: 212 })).toBe('2 of the 50 best articles');
});
