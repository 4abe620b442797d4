import { arches, balance, columns, stairs } from './motifs/built-motifs';
import { cairn, sheets, sprig, tiles } from './motifs/made-motifs';
import { FIELD, type Motif, type Random, type Shape, type Tint } from './motifs/shape';
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

/** A drawing, and two ways in which the same motif can look different. */
export interface Cover {
  shapes: Shape[];
  /** Left and right are exchanged. */
  mirrored: boolean;
  /** Light shapes on a strong ground. */
  deep: boolean;
}

/**
 * The drawing that stands in for a cover picture: the same seed gives the same drawing on every
 * page, host and start.
 * @param seed the slug of the post
 */
export function drawCover(seed: string): Cover {
  const hash = hashText(seed);
  const motif = MOTIFS[hash % MOTIFS.length] ?? MOTIFS[0];
  const random = createRandom(hash);
  return { mirrored: random() < 0.5, deep: random() < 0.34, shapes: motif(random) };
}

/**
 * The drawing as SVG markup with fixed colours, for where no style sheet reaches. Always on the pale
 * ground.
 * @param colors one colour per tint, trusted (computed by lib/theme)
 */
export function coverSvg(seed: string, colors: Record<Tint, string>): string {
  const { shapes, mirrored } = drawCover(seed);
  const parts = shapes.map(({ d, fill, stroke, strokeWidth, opacity }) => {
    const paint = `fill="${fill ? colors[fill] : 'none'}"`;
    const line = stroke ? ` stroke="${colors[stroke]}" stroke-width="${strokeWidth}"` : '';
    const see = opacity === undefined ? '' : ` opacity="${opacity}"`;
    return `<path d="${d}" ${paint}${line}${see}/>`;
  });
  const turn = mirrored ? ` transform="${MIRROR}"` : '';
  return `${SVG_OPEN}<g stroke-linecap="round"${turn}>${parts.join('')}</g></svg>`;
}

/** Exchanges left and right of the field. */
export const MIRROR = `translate(${FIELD.width} 0) scale(-1 1)`;

const SVG_OPEN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIELD.width} ${FIELD.height}" width="${FIELD.width}" height="${FIELD.height}">`;

// Any number will do; this one deals the demo's first articles different motifs.
const START = 0x5aa66e23;

// FNV-1a with a final mix: neighbouring slugs ("part-1", "part-2") should look different.
function hashText(text: string): number {
  let hash = START;
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
