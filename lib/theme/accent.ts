import { contrastRatio, fromLightnessChromaHue, toLightnessChromaHue } from './colour-space';

/** One colour per theme, each as #rrggbb. */
export interface ThemePair {
  light: string;
  dark: string;
}

/** Everything a tenant's single brand colour turns into. */
export interface Accent {
  brand: string;
  onBrand: string;
  accent: ThemePair;
  accentHover: ThemePair;
  onAccent: ThemePair;
  accentSoft: ThemePair;
  accentLine: ThemePair;
}

/** Used where a tenant has no usable brand colour: the grey of the product's own frame. */
export const NEUTRAL_BRAND = '#4a5059';
/** The grounds of tokens.css on which an accent may be text. */
export const LIGHT_GROUNDS = ['#ffffff', '#f5f7f9', '#eef0f3'] as const;
export const DARK_GROUNDS = ['#0c0f12', '#14171c', '#1d2126', '#1f2329'] as const;

const HEX = /^#[0-9a-f]{6}$/i;
// Above the 4.5 of WCAG AA, so that rounding to eight bits never falls below it.
const TARGET = 4.6;
const STEP = 0.005;
const GREY = { below: 0.02, chroma: 0.016, hue: 255 };

/** The brand colour if it is #rrggbb, else the neutral one: what a tenant typed never reaches CSS. */
export function readBrandColor(value: unknown): string {
  return typeof value === 'string' && HEX.test(value) ? value : NEUTRAL_BRAND;
}

/**
 * A readable accent in both themes from one brand colour: the hue stays, lightness moves until the
 * accent can be small text on every ground of its theme (S2.56 theme colours).
 * @param brandColor #rrggbb; anything else gives the neutral accent
 */
export function createAccent(brandColor: string): Accent {
  const brand = readBrandColor(brandColor);
  const { l, c, h } = dropFaintHue(toLightnessChromaHue(brand));
  const chroma = { light: Math.min(c, 0.17), dark: Math.min(c, 0.14) };
  const accentSoft = {
    light: fromLightnessChromaHue(0.955, Math.min(c, 0.028), h),
    dark: fromLightnessChromaHue(0.285, Math.min(c, 0.05), h),
  };
  const light = findReadable(clamp(l, 0.3, 0.6), -STEP, chroma.light, h, [
    ...LIGHT_GROUNDS,
    accentSoft.light,
  ]);
  const dark = findReadable(Math.max(0.72, l), STEP, chroma.dark, h, [
    ...DARK_GROUNDS,
    accentSoft.dark,
  ]);
  return {
    brand,
    onBrand: pickTileInk(brand),
    accent: { light: light.hex, dark: dark.hex },
    accentHover: {
      light: fromLightnessChromaHue(light.l - 0.06, chroma.light, h),
      dark: fromLightnessChromaHue(Math.min(0.99, dark.l + 0.05), chroma.dark, h),
    },
    onAccent: { light: '#ffffff', dark: '#0c0f12' },
    accentSoft,
    accentLine: {
      light: fromLightnessChromaHue(0.85, Math.min(c, 0.07), h),
      dark: fromLightnessChromaHue(0.45, Math.min(c, 0.08), h),
    },
  };
}

/** Black or white, whichever is easier to read on the raw brand colour of a logo tile. */
export function pickTileInk(brand: string): '#ffffff' | '#000000' {
  return contrastRatio('#ffffff', brand) >= contrastRatio('#000000', brand) ? '#ffffff' : '#000000';
}

// A near-grey has a hue only by accident of rounding; enlarging it would tint a grey brand.
function dropFaintHue(colour: { l: number; c: number; h: number }) {
  if (colour.c >= GREY.below) return colour;
  return { l: colour.l, c: Math.min(colour.c, GREY.chroma), h: GREY.hue };
}

function findReadable(from: number, step: number, c: number, h: number, grounds: string[]) {
  for (let l = from; l >= 0 && l <= 1; l += step) {
    const hex = fromLightnessChromaHue(l, c, h);
    if (grounds.every((ground) => contrastRatio(hex, ground) >= TARGET)) return { hex, l };
  }
  return step < 0 ? { hex: '#000000', l: 0 } : { hex: '#ffffff', l: 1 };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
