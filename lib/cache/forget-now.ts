import { refresh, updateTag } from 'next/cache';

/**
 * Forgets every entry that carries one of the tags, before the answer of the Server Action at hand
 * goes out: who saved sees the change at once. Every other instance hears of it through the event.
 */
export function forgetNow(tags: string[]): void {
  for (const tag of new Set(tags)) updateTag(tag);
  // What no cache keeps is drawn anew all the same.
  if (tags.length === 0) refresh();
}
