import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ThemeChoice, themeStyle } from './theme-style';

describe('the style sheet of a tenant', () => {
  it('carries the accent in both themes', () => {
    const css = themeStyle({ brandColor: '#0B7A6B', theme: 'system' });
    expect(css).toContain('--accent:light-dark(#07796a,#5bb8a7)');
    expect(css).toContain('--brand:#0B7A6B;--on-brand:#ffffff');
    expect(css).toContain(':not([data-theme]){color-scheme:light dark}');
  });

  it('starts in the theme the tenant chose, until the visitor chooses', () => {
    expect(themeStyle({ brandColor: '#0B7A6B', theme: 'dark' })).toContain(
      ':not([data-theme]){color-scheme:dark}',
    );
  });

  it('lets nothing a tenant typed into the page', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (brandColor, theme) => {
        const css = themeStyle({ brandColor, theme: theme as ThemeChoice });
        expect(css).toMatch(/^[a-zA-Z0-9#:;,(){}[\] -]+$/);
      }),
    );
    const attack = '#000000}</style><script>alert(1)</script>';
    expect(themeStyle({ brandColor: attack, theme: 'system' })).not.toContain('<');
  });
});
