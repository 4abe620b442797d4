import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAccent, DARK_GROUNDS, LIGHT_GROUNDS, NEUTRAL_BRAND, readBrandColor } from './accent';
import { contrastRatio } from './colour-space';

const AA = 4.5;
const hexColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the accent of a brand colour', () => {
  it.each([
    ['#0B7A6B', '#07796a', '#5bb8a7'],
    ['#8A3FA0', '#8a3fa0', '#c987dd'],
    ['#FFE600', '#786c00', '#f7e670'],
  ])('of %s is %s in light and %s in dark', (brand, light, dark) => {
    expect(createAccent(brand).accent).toEqual({ light, dark });
  });

  it('keeps the brand colour itself on the tile, with the more readable of black and white', () => {
    expect(createAccent('#0B7A6B')).toMatchObject({ brand: '#0B7A6B', onBrand: '#ffffff' });
    expect(createAccent('#FFE600')).toMatchObject({ brand: '#FFE600', onBrand: '#000000' });
  });

  it('stays grey when the brand is grey', () => {
    const { accent } = createAccent('#808080');
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(accent.light.slice(at, at + 2), 16));
    expect(Math.max(r ?? 0, g ?? 0, b ?? 0) - Math.min(r ?? 0, g ?? 0, b ?? 0)).toBeLessThan(16);
  });

  it('is readable on every ground of its theme, whatever the brand', () => {
    fc.assert(
      fc.property(hexColour, (brand) => {
        const { accent, accentSoft, onAccent, accentHover, onBrand } = createAccent(brand);
        for (const ground of [...LIGHT_GROUNDS, accentSoft.light])
          expect(contrastRatio(accent.light, ground)).toBeGreaterThanOrEqual(AA);
        for (const ground of [...DARK_GROUNDS, accentSoft.dark])
          expect(contrastRatio(accent.dark, ground)).toBeGreaterThanOrEqual(AA);
        expect(contrastRatio(onAccent.light, accent.light)).toBeGreaterThanOrEqual(AA);
        expect(contrastRatio(onAccent.dark, accent.dark)).toBeGreaterThanOrEqual(AA);
        expect(contrastRatio(onAccent.light, accentHover.light)).toBeGreaterThanOrEqual(AA);
        expect(contrastRatio(onAccent.dark, accentHover.dark)).toBeGreaterThanOrEqual(AA);
        expect(contrastRatio(onBrand, brand)).toBeGreaterThanOrEqual(AA);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', 'red', '#fff', '#12345g', '#0B7A6B;}', 'url(x)', null, undefined, 7])(
    'falls back to the neutral for %j',
    (bad) => {
      expect(readBrandColor(bad)).toBe(NEUTRAL_BRAND);
      expect(createAccent(bad as string).brand).toBe(NEUTRAL_BRAND);
    },
  );
});
