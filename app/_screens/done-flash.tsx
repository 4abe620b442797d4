import type { Resource } from '@/lib/resources/resource';
import { Flash } from '@/lib/ui/dialog/flash';
import { nounOf, singularOf } from './nouns';
import type { Query, ScreenActions } from './screen-types';
import { UndoFlash } from './undo-flash';
import { readUndo } from './undo-ids';

interface DoneFlashProps {
  /** From the address: what was done, and when. Only words of our own are ever shown. */
  query: Query;
  resource: Resource;
  base: string;
  /** The action of the list, which takes back what went to the trash. */
  action?: ScreenActions['list'];
}

/** Says once, after a redirect, what has been done. */
export function DoneFlash({ query, resource, base, action }: DoneFlashProps) {
  const { done, at, undo } = query;
  if (typeof done !== 'string' || typeof at !== 'string') return null;
  const known = Object.hasOwn(words, done) ? words[done] : undefined;
  const said = known ?? resource.actions[done]?.done;
  if (!said) return null;
  const name = singularOf(resource);
  const message = `${name.charAt(0).toUpperCase()}${name.slice(1)} ${said}`;
  const id = `${done}-${at}`;
  if (done !== 'trashed' || !action) return <Flash message={message} id={id} />;
  const place = { resource: resource.name, noun: nounOf(resource), trashHref: `${base}?trash=1` };
  return (
    <UndoFlash
      message={message}
      id={id}
      ids={readUndo(resource, undo)}
      place={{ ...place, action }}
    />
  );
}

const words: Record<string, string> = {
  created: 'created',
  saved: 'saved',
  sent: 'sent',
  restored: 'restored',
  trashed: 'moved to the trash',
  deleted: 'deleted for good',
};

/**
 * Adds to an address what DoneFlash says there.
 *
 * @param undo - ids of what went to the trash; they are looked at only when somebody presses Undo.
 */
export function withDone(address: string, done: string, undo: string[] = []): string {
  const said = new URLSearchParams({ done, at: Date.now().toString(36) });
  if (undo.length > 0) said.set('undo', undo.join(','));
  return `${address}${address.includes('?') ? '&' : '?'}${said}`;
}
