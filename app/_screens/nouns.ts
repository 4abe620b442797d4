import type { ResourceRecord } from '@/lib/resources/record';
import type { Resource } from '@/lib/resources/resource';
import type { Noun } from '@/lib/ui/kit-types';
import type { ResourceLook } from './screen-types';

/** How records of a resource are counted, in small letters: "1 post", "3 posts". */
export function nounOf({ name, singular, label }: Named): Noun {
  const one = lower(wordsOf(singular));
  // A list may have a name of its own: the audit log holds entries.
  const other = label.toLowerCase() === wordsOf(name).toLowerCase() ? lower(label) : pluralOf(one);
  return { one, other };
}

type Named = Pick<Resource, 'name' | 'singular' | 'label'>;

function pluralOf(one: string): string {
  if (one === 'person') return 'people';
  return /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
}

/** "New post", "Delete post": the singular inside a sentence. */
export function singularOf({ singular }: Pick<Resource, 'singular'>): string {
  return lower(wordsOf(singular));
}

/** What a record is called, also where its title is empty. */
export function titleOf(resource: Resource, record: ResourceRecord, look: ResourceLook): string {
  if (record.values[resource.title]) return record.label;
  return look.title?.(record.values) || record.label || `Nameless ${singularOf(resource)}`;
}

/** A name of the declaration as words: "api-key" is "api key". */
function wordsOf(name: string): string {
  return name.replaceAll(/[-_]/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
}

/** Abbreviations keep their capitals. */
function lower(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
