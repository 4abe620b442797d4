/** The three tints a cover is drawn in; the page or the picture decides their colours. */
export type Tint = 'ground' | 'tone' | 'full';

/** One part of a cover, drawn in a field of 640 by 400. */
export interface Shape {
  d: string;
  fill?: Tint;
  stroke?: Tint;
  strokeWidth?: number;
  opacity?: number;
}

/** Gives numbers from 0 (included) to 1 (not), the same row of them for the same seed. */
export type Random = () => number;

export type Motif = (random: Random) => Shape[];

export const FIELD = { width: 640, height: 400 } as const;

/** Path of a circle or, with ry, an ellipse. */
export function ellipse(x: number, y: number, rx: number, ry = rx): string {
  return `M${n(x - rx)} ${n(y)}a${n(rx)} ${n(ry)} 0 1 0 ${n(2 * rx)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-2 * rx)} 0z`;
}

/** Path of a rectangle with round corners. */
export function box(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  const corner = (dx: number, dy: number) => `a${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return `M${n(x + r)} ${n(y)}h${n(width - 2 * r)}${corner(r, r)}v${n(height - 2 * r)}${corner(-r, r)}h${n(2 * r - width)}${corner(-r, -r)}v${n(2 * r - height)}${corner(r, -r)}z`;
}

/** A number as it is written into a path: one decimal is enough at any size a cover has. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A number between two bounds. */
export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

/** One entry of a list. */
export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}
