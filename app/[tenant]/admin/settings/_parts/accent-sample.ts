import { createAccent } from '@/lib/theme/accent';

/** Colours of one theme, for the sample. */
export interface SampleColors {
  accent: string;
  onAccent: string;
  soft: string;
}

export interface AccentSample {
  brand: string;
  onBrand: string;
  light: SampleColors;
  dark: SampleColors;
}

/** What a brand colour turns into: the accent is made readable on both grounds. */
export function accentSample(brandColor: string): AccentSample {
  const made = createAccent(brandColor);
  const of = (theme: 'light' | 'dark'): SampleColors => ({
    accent: made.accent[theme],
    onAccent: made.onAccent[theme],
    soft: made.accentSoft[theme],
  });
  return { brand: made.brand, onBrand: made.onBrand, light: of('light'), dark: of('dark') };
}
