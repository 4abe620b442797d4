import { expect, it } from 'vitest';
import { markUp } from '@/lib/search/mark-up';
import { markedParts } from './marked-parts';

it('gives back the text that was marked up', () => {
  const text = 'a <b>"found"</b> & &lt; <mark>it’s</mark>';
  const parts = markedParts(markUp(text.replace('found', '\x02found\x03')));
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'found', isMarked: true }]);
});

it('makes text of whatever else it is given', () => {
  expect(markedParts('<img src=x onerror=alert(1)>')).toEqual([
    { text: '<img src=x onerror=alert(1)>', isMarked: false },
  ]);
  expect(markedParts('')).toEqual([]);
  expect(markedParts('<mark>open')).toEqual([{ text: 'open', isMarked: true }]);
});
