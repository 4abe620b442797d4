import { expect, it } from 'vitest';
import { mostTyped, readSearchQuery, searchAddress } from './search-address';

it('writes what it reads', () => {
  for (const text of ['magnet', '50 % & more', '“quoted” #1', '東京', 'مرحبا', 'a+b?c=d']) {
    const address = searchAddress({ text, topic: 'field-guides' });
    const query = Object.fromEntries(new URL(address, 'http://x').searchParams);
    expect(readSearchQuery(query)).toEqual({ text, topic: 'field-guides' });
  }
});

it('leaves out what is empty', () => {
  expect(searchAddress({ text: '', topic: null })).toBe('/search');
  expect(searchAddress({ text: 'x', topic: null })).toBe('/search?q=x');
  expect(readSearchQuery({})).toEqual({ text: '', topic: null });
  expect(readSearchQuery({ q: '  ', topic: '' })).toEqual({ text: '', topic: null });
});

it('takes the first of several, and not without end', () => {
  expect(readSearchQuery({ q: ['one', 'two'] }).text).toBe('one');
  expect(readSearchQuery({ q: 'a'.repeat(10_000) }).text).toHaveLength(mostTyped);
});

it('does not choke on half a character', () => {
  expect(searchAddress({ text: '\ud83d', topic: null })).toBe('/search?q=%EF%BF%BD');
});
