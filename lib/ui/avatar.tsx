import { firstLetter } from './first-letter';

// Hues far from each other, the same lightness: no author looks more important than another.
const HUES = [25, 62, 105, 150, 200, 255, 300, 345];

/** A person's initials on a tint of his own. Decoration: the name always stands beside it. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  const hue = HUES[mix(name) % HUES.length];
  const initials = small ? firstLetter(name) : initialsOf(name);
  return (
    <span
      aria-hidden="true"
      className={`grid flex-none place-items-center rounded-full font-semibold ${small ? 'size-[1.375rem] text-[0.625rem]' : 'size-8 text-[0.6875rem]'}`}
      style={{
        background: `light-dark(oklch(0.93 0.04 ${hue}), oklch(0.33 0.06 ${hue}))`,
        color: `light-dark(oklch(0.4 0.1 ${hue}), oklch(0.87 0.08 ${hue}))`,
      }}
    >
      {initials}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '') : '';
  return firstLetter(words[0] ?? '') + last;
}

function mix(text: string): number {
  let hash = 7;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
