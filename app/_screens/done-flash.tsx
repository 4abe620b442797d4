import type { Resource } from '@/lib/resources/resource';
import { Flash } from '@/lib/ui/dialog/flash';
import { singularOf } from './nouns';

interface DoneFlashProps {
  /** From the address: what was done, and when. Only words of our own are ever shown. */
  done: string | string[] | undefined;
  at: string | string[] | undefined;
  resource: Resource;
  base: string;
}

/** Says once, after a redirect, what has been done. */
export function DoneFlash({ done, at, resource, base }: DoneFlashProps) {
  if (typeof done !== 'string' || typeof at !== 'string') return null;
  const known = Object.hasOwn(words, done) ? words[done] : undefined;
  const said = known ?? resource.actions[done]?.done;
  if (!said) return null;
  const name = singularOf(resource);
  const message = `${name.charAt(0).toUpperCase()}${name.slice(1)} ${said}`;
  const act = done === 'trashed' ? { label: 'Open trash', href: `${base}?trash=1` } : undefined;
  return <Flash message={message} id={`${done}-${at}`} act={act} />;
}

const words: Record<string, string> = {
  created: 'created',
  saved: 'saved',
  restored: 'restored',
  trashed: 'moved to the trash',
  deleted: 'deleted for good',
};

/** Adds to an address what DoneFlash says there. */
export function withDone(address: string, done: string): string {
  const sign = address.includes('?') ? '&' : '?';
  return `${address}${sign}done=${encodeURIComponent(done)}&at=${Date.now().toString(36)}`;
}
