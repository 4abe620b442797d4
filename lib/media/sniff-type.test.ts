import { expect, test } from 'vitest';
import { sniffType } from './sniff-type';

const latin = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['a JPEG', latin('\xff\xd8\xff\xe0 ...'), { picture: 'jpeg' }],
  ['a PNG', latin('\x89PNG\r\n\x1a\n...'), { picture: 'png' }],
  ['a GIF', latin('GIF89a...'), { picture: 'gif' }],
  ['a WebP', latin('RIFF\0\0\0\0WEBPVP8 '), { picture: 'webp' }],
  ['an AVIF', latin('\0\0\0\x1cftypavif\0\0\0\0'), { picture: 'avif' }],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { picture: 'svg' }],
  [
    'an SVG behind all that may stand before it',
    Buffer.from(
      '\uFEFF<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg:svg>',
    ),
    { picture: 'svg' },
  ],
  ['a photo of a phone', latin('\0\0\0\x18ftypheic\0\0\0\0'), { known: 'an HEIC picture' }],
  ['a film', latin('\0\0\0\x18ftypisom\0\0\0\0'), { known: 'a film' }],
  ['a PDF', latin('%PDF-1.7'), { known: 'a PDF' }],
  ['an archive', latin('PK\x03\x04'), { known: 'an archive or an office document' }],
  ['HTML that mentions an SVG', Buffer.from('<html><svg/></html>'), null],
  ['words', Buffer.from('svg'), null],
  ['a RIFF that is none', latin('RIFF\0\0\0\0WAVE'), null],
  ['a few bytes', latin('\xff\xd8'), null],
  ['nothing', Buffer.alloc(0), null],
])('%s', (_, bytes, expected) => {
  expect(sniffType(bytes)).toEqual(expected);
});
