/** More of a text is not looked for, in characters and in words. */
export const mostCharacters = 200;
const mostWords = 10;

/** What somebody looks for, fit for every engine. */
export interface SearchText {
  /** As it was typed: quotes, "or" and a leading minus mean something. */
  text: string;
  /** Letters and digits alone, in order; the last word may not be written to its end. */
  words: string[];
}

/**
 * Makes a text fit to be searched for: one line, at most 200 characters and ten words.
 *
 * @param typed - anything at all.
 * @returns null where there is nothing to look for: no letter, no digit.
 */
export function readSearchText(typed: string): SearchText | null {
  // The rest cannot matter any more, and need not be looked at.
  const line = [...typed.slice(0, mostCharacters * 20).normalize('NFC')]
    .map((sign) => (/[\p{C}\p{Z}]/u.test(sign) ? ' ' : sign))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
  const cut = [...line].slice(0, mostCharacters).join('');
  const found = [...cut.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].slice(0, mostWords);
  const last = found.at(-1);
  if (!last) return null;
  const isWhole = [...cut.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].length <= mostWords;
  const text = isWhole ? cut : cut.slice(0, last.index + last[0].length);
  return { text, words: found.map(([word]) => word) };
}
