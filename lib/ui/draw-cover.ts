import { arches, balance, columns, stairs } from './motifs/built-motifs';
import { cairn, sheets, sprig, tiles } from './motifs/made-motifs';
import type { Motif, Random, Shape, Tint } from './motifs/shape';
import { hills, orbits, ripples, sunrise } from './motifs/sky-motifs';

const MOTIFS: readonly [Motif, ...Motif[]] = [
  orbits,
  arches,
  sprig,
  columns,
  hills,
  sheets,
  balance,
  ripples,
  stairs,
  cairn,
  tiles,
  sunrise,
];

/**
 * The drawing that stands in for a cover picture: the same seed gives the same drawing on every
 * page, host and start.
 * @param seed the slug of the post
 */
export function drawCover(seed: string): Shape[] {
  const hash = hashText(seed);
  const motif = MOTIFS[hash % MOTIFS.length] ?? MOTIFS[0];
  return motif(createRandom(hash));
}

/**
 * The drawing as SVG markup with fixed colours, for where no style sheet reaches.
 * @param colors one colour per tint, trusted (computed by lib/theme)
 */
export function coverSvg(seed: string, colors: Record<Tint, string>): string {
  const parts = drawCover(seed).map(({ d, fill, stroke, strokeWidth, opacity }) => {
    const paint = `fill="${fill ? colors[fill] : 'none'}"`;
    const line = stroke ? ` stroke="${colors[stroke]}" stroke-width="${strokeWidth}"` : '';
    const see = opacity === undefined ? '' : ` opacity="${opacity}"`;
    return `<path d="${d}" ${paint}${line}${see}/>`;
  });
  const open =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400">';
  return `${open}<g stroke-linecap="round">${parts.join('')}</g></svg>`;
}

// FNV-1a with a final mix: neighbouring slugs ("part-1", "part-2") should look different.
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

// Mulberry32: small, even enough for pictures.
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
