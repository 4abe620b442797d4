import { type Accent, createAccent, type ThemePair } from './accent';

/** The theme a visitor sees until he chooses one himself. */
export type ThemeChoice = 'system' | 'light' | 'dark';

export interface ThemeSettings {
  brandColor: string;
  theme: ThemeChoice;
  font?: 'serif' | 'sans' | 'device';
}

// Public pages and the editor have the reading face by one class; two outrank it.
const FRAME = '.site-frame.site-frame';
const READ = `:is(${FRAME},.post-editor.post-editor)`;
const DEVICE = 'ui-sans-serif,system-ui,sans-serif';
const FACES: Record<string, string> = {
  sans: `${READ}{--face-read:var(--face-ui);--font-reading-italic:var(--face-ui)}`,
  device:
    `${FRAME}{--face-ui:${DEVICE};font-family:var(--face-ui)}` +
    `${READ}{--face-read:${DEVICE};--font-reading-italic:${DEVICE}}`,
};

const SCHEMES: Record<ThemeChoice, string> = { system: 'light dark', light: 'light', dark: 'dark' };
// Brands repeat on every request and one accent costs some hundred conversions. Bounded, because
// the number of tenants is not.
const CACHE_LIMIT = 1000;
const cache = new Map<string, string>();

/**
 * The style sheet that gives a tenant's pages its accent and its first theme. Holds only colours
 * computed here, so it is safe inside a style element whatever the tenant saved.
 * @param settings brandColor (#rrggbb, else neutral), theme and typeface of the tenant
 * @returns CSS text without angle brackets
 */
export function themeStyle(settings: ThemeSettings): string {
  const scheme = SCHEMES[settings.theme] ?? SCHEMES.system;
  // Doubled :root outranks the product's own :root wherever the browser puts this sheet.
  const first = `:root:root:not([data-theme]){color-scheme:${scheme}}`;
  return `${first}:root:root{${accentVariables(settings.brandColor)}}${FACES[settings.font ?? 'serif'] ?? ''}`;
}

/**
 * The accent of a brand colour as CSS declarations, ready for a style sheet.
 * @param brandColor #rrggbb; anything else gives the neutral accent
 */
export function accentVariables(brandColor: string): string {
  const known = cache.get(brandColor);
  if (known !== undefined) return known;
  const text = writeVariables(createAccent(brandColor));
  const oldest = cache.keys().next();
  if (cache.size >= CACHE_LIMIT && !oldest.done) cache.delete(oldest.value);
  cache.set(brandColor, text);
  return text;
}

function writeVariables(accent: Accent): string {
  return [
    `--brand:${accent.brand}`,
    `--on-brand:${accent.onBrand}`,
    `--accent:${both(accent.accent)}`,
    `--accent-hover:${both(accent.accentHover)}`,
    `--on-accent:${both(accent.onAccent)}`,
    `--accent-soft:${both(accent.accentSoft)}`,
    `--accent-line:${both(accent.accentLine)}`,
  ].join(';');
}

function both({ light, dark }: ThemePair): string {
  return `light-dark(${light},${dark})`;
}
