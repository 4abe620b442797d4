import localFont from 'next/font/local';

// `optional`: a face that comes late is kept for the next page. Swapping it in would move the text
// somebody is reading, by several lines on a phone.
// A constant's name becomes the family's name, so no two files may use the same one.
// The extended sets are families of their own so that they are not preloaded; the ranges make the
// browser fetch one only for a page that has such a letter.
const instrumentSans = localFont({
  src: '../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  display: 'optional',
  adjustFontFallback: 'Arial',
  variable: '--font-ui',
});

const instrumentSansExtended = localFont({
  src: '../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wght-normal.woff2',
  weight: '400 700',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-ui-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

const jetBrainsMono = localFont({
  src: '../../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-code',
});

/** Classes for the html element: the faces every page has. */
export const interfaceFonts = `${instrumentSans.variable} ${instrumentSansExtended.variable} ${jetBrainsMono.variable}`;
