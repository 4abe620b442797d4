import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverSvg, drawCover } from './draw-cover';

const colors = { ground: '#ddf7f1', tone: '#9bddcf', full: '#07796a' };

describe('the drawn cover', () => {
  it('is the same for the same seed and differs between neighbours', () => {
    expect(coverSvg('hello-world', colors)).toBe(coverSvg('hello-world', colors));
    expect(coverSvg('part-1', colors)).not.toBe(coverSvg('part-2', colors));
  });

  it('uses every motif for a few hundred posts', () => {
    const first = Array.from({ length: 300 }, (_, at) => drawCover(`post-${at}`).shapes.length);
    expect(new Set(first).size).toBeGreaterThan(5);
  });

  it('draws for any seed, with numbers only, and keys that do not repeat', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { shapes } = drawCover(seed);
        expect(shapes.length).toBeGreaterThan(3);
        for (const { d } of shapes) expect(d).toMatch(/^[MLHVCSQTAZmlhvcsqtaz0-9 .-]+$/);
        expect(new Set(shapes.map((shape) => shape.d)).size).toBeGreaterThan(shapes.length - 2);
      }),
    );
  });
});
