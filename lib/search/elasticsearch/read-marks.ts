/** What marks in a query ask for. */
export interface SearchMarks {
  /** In quotes: they stand together. */
  phrases: string[];
  /** Behind a minus: they stand nowhere. */
  without: string[];
  /** Everything else. */
  words: string;
}

const parts = /(-?)"([^"]*)"|(?<!\S)-(\S+)|(\S+)/g;

/**
 * Reads quotes and minus signs, as PostgreSQL's `websearch_to_tsquery` does. A query that only leaves
 * out has no marks: it would find everything.
 *
 * @returns null for a plain text.
 */
export function readMarks(text: string): SearchMarks | null {
  const marks: SearchMarks = { phrases: [], without: [], words: '' };
  const words: string[] = [];
  for (const [, minus, quoted, left, word] of text.matchAll(parts)) {
    const said = quoted ?? left ?? word ?? '';
    if (!/[\p{L}\p{N}]/u.test(said)) continue;
    if (left !== undefined || minus) marks.without.push(said);
    else if (quoted !== undefined) marks.phrases.push(said);
    else words.push(said);
  }
  marks.words = words.join(' ');
  const hasMarks = marks.phrases.length > 0 || marks.without.length > 0;
  const asksForSome = marks.phrases.length > 0 || words.length > 0;
  return hasMarks && asksForSome ? marks : null;
}
