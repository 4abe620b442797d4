import { converter, displayable, formatHex, type Oklch, wcagContrast } from 'culori';

const readOklch = converter('oklch');
const writeRgb = converter('rgb');
const HALVINGS = 20;

/**
 * Lightness, chroma and hue of a colour in OKLCH; greys get hue 0.
 * @param hex a colour as #rrggbb
 */
export function toLightnessChromaHue(hex: string): { l: number; c: number; h: number } {
  const { l, c, h } = readOklch(hex) as Oklch;
  return { l, c, h: h ?? 0 };
}

/**
 * The sRGB colour of this lightness and hue that comes closest to the wished chroma. Chroma is what
 * gives way: hue is the tenant's identity, and lightness is what contrast was measured on.
 * @returns a colour as #rrggbb
 */
export function fromLightnessChromaHue(l: number, c: number, h: number): string {
  const at = (chroma: number): Oklch => ({ mode: 'oklch', l, c: chroma, h });
  if (displayable(at(c))) return formatHex(writeRgb(at(c)));
  let inside = 0;
  let outside = c;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (inside + outside) / 2;
    if (displayable(at(middle))) inside = middle;
    else outside = middle;
  }
  return formatHex(writeRgb(at(inside)));
}

/** WCAG 2 contrast ratio of two colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  return wcagContrast(one, other);
}
