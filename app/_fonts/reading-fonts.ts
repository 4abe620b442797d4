import localFont from 'next/font/local';

const sourceSerif = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
  weight: '200 900',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
  variable: '--font-reading',
});

const sourceSerifExtended = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-normal.woff2',
  weight: '200 900',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-reading-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C4,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

const sourceSerifItalic = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2',
  weight: '200 900',
  style: 'italic',
  display: 'optional',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-reading-italic',
});

/** Classes for the frame of public pages: the face articles are read in. */
export const readingFonts = `${sourceSerif.variable} ${sourceSerifExtended.variable} ${sourceSerifItalic.variable}`;
