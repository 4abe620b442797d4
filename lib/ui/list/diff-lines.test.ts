import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines';
import { foldLines } from './fold-lines';

const words = (before: string, after: string) =>
  diffLines(before, after).map(
    ({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`,
  );

describe('the difference of two texts', () => {
  it('shows removed lines before the ones in their place', () => {
    expect(words('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
  });

  it('keeps the longest run of common lines', () => {
    expect(words('a\nb\nc\nd', 'b\nc\nd\ne')).toEqual(['-a', ' b', ' c', ' d', '+e']);
  });

  it('starts from nothing and ends in nothing', () => {
    expect(words('', 'a\nb')).toEqual(['+a', '+b']);
    expect(words('a', '')).toEqual(['-a']);
    expect(words('', '')).toEqual([]);
  });

  it('does not count another kind of line break as a change', () => {
    expect(words('a\r\nb', 'a\nb')).toEqual([' a', ' b']);
  });

  it('gives back both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const lines = diffLines(left.join('\n'), right.join('\n'));
        const keep = (kind: string) => lines.filter((line) => line.kind !== kind);
        expect(keep('added').map((line) => line.text)).toEqual(left);
        expect(keep('removed').map((line) => line.text)).toEqual(right);
      }),
    );
  });

  it('replaces the middle of very long texts instead of comparing them', () => {
    const long = (mark: string) =>
      Array.from({ length: 3000 }, (_, at) => `${mark}${at}`).join('\n');
    const lines = diffLines(long('a'), long('b'));
    expect(lines).toHaveLength(6000);
    expect(lines[0]?.kind).toBe('removed');
  });

  it('leaves out unchanged lines far from a change', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n');
    const folded = foldLines(diffLines(before, `${before}\nnew`));
    expect(folded[0]).toEqual({ kind: 'fold', count: 18 });
    expect(folded).toHaveLength(4);
  });
});
