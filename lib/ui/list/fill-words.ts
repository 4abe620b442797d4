import { formatCount, formatNumber } from '../format-count';
import type { Noun } from '../kit-types';
import type { ConfirmText } from './table-types';

/**
 * Puts numbers and names into the words of a question.
 * @param name title of the record, where there is only one
 */
export function fillWords(text: string, count: number, noun: Noun, name?: string): string {
  const words: Record<string, string> = {
    what: formatCount(count, noun),
    n: formatNumber(count),
    name: name ? `“${name}”` : formatCount(count, noun),
  };
  return text.replace(/\{(what|n|name)\}/g, (_, key: string) => words[key] ?? '');
}

/** A whole question with its numbers. */
export function fillQuestion(words: ConfirmText, count: number, noun: Noun, name?: string) {
  const fill = (text: string) => fillWords(text, count, noun, name);
  return {
    title: fill(words.title),
    body: words.body && fill(words.body),
    button: fill(words.button),
    keep: fill(words.keep ?? `Keep ${count === 1 ? noun.one : noun.other}`),
  };
}
