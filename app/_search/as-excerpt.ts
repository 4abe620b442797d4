import { markedParts } from './marked-parts';

const beginsInside = /^[\p{Ll}\p{Pc}\p{Pd},;:)]/u;
const ends = /[.!?…。！？।؟][\p{Pf}\p{Pe}"']?$/u;

/**
 * A part of a text with dots where it was cut, as far as one can tell: it begins with a small letter,
 * or ends without the end of a sentence.
 *
 * @param html - escaped, with `<mark>` around what was found.
 */
export function asExcerpt(html: string): string {
  const text = markedParts(html)
    .map((part) => part.text)
    .join('');
  if (text === '') return '';
  return `${beginsInside.test(text) ? '…' : ''}${html}${ends.test(text) ? '' : '…'}`;
}
