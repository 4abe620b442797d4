import { escapeHtml } from '../ui/escape-html';

/** What the engines put before and behind a word that was found: no text can hold them. */
export const markStart = '\x02';
export const markEnd = '\x03';
/** With a blank before it, it separates signs of scripts that have no blanks. */
const spacer = '\x1f';

/**
 * Makes HTML of a marked text: everything is escaped, and what was found stands in `<mark>`.
 *
 * @param marked - as an engine gives it, with signs for the marks.
 */
export function markUp(marked: string): string {
  const joined = marked.replaceAll(` ${spacer}`, '').replaceAll(spacer, '');
  return escapeHtml(joined.replaceAll(`${markEnd}${markStart}`, ''))
    .replaceAll(markStart, '<mark>')
    .replaceAll(markEnd, '</mark>')
    .trim();
}

/** True for a text in which something was found. */
export function isMarked(text: string): boolean {
  return text.includes(markStart);
}
