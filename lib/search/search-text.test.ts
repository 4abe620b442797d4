import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSearchText } from './search-text';

it('finds the words in what is typed', () => {
  expect(readSearchText('  Row-level\tsecurity ')).toEqual({
    text: 'Row-level security',
    words: ['Row', 'level', 'security'],
  });
  expect(readSearchText('“don’t”')?.words).toEqual(['don', 't']);
  expect(readSearchText('東京 مرحبا')?.words).toEqual(['東京', 'مرحبا']);
});

it('has nothing to look for where there is no letter and no digit', () => {
  for (const typed of ['', '   ', '%', "'", '_ - !', '\0', '…'.repeat(9000), '🙂']) {
    expect(readSearchText(typed)).toBeNull();
  }
});

it('cuts what is too long', () => {
  expect(readSearchText('a'.repeat(10_000))?.text).toHaveLength(200);
  const many = readSearchText(Array.from({ length: 50 }, (_, n) => `w${n}`).join(' '));
  expect(many?.words).toHaveLength(10);
  expect(many?.text).toBe('w0 w1 w2 w3 w4 w5 w6 w7 w8 w9');
});

it('gives nothing that a database would choke on, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
      const found = readSearchText(typed);
      if (!found) return;
      expect(found.text).not.toMatch(/[\p{C}]/u);
      expect(found.words.join('')).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
    }),
  );
});
