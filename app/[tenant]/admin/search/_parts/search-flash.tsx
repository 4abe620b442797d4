import type { Query } from '@/app/_screens/screen-types';
import { Flash } from '@/lib/ui/dialog/flash';

/** Says once, after a redirect, what has been done. Only words of our own are ever shown. */
export function SearchFlash({ query: { done, at } }: { query: Query }) {
  if (typeof done !== 'string' || typeof at !== 'string' || !Object.hasOwn(words, done))
    return null;
  return <Flash message={words[done] ?? ''} id={`${done}-${at}`} />;
}

const words: Record<string, string> = {
  asked: 'New index asked for',
  same: 'Compared. The index holds what it should',
  differs: 'Compared. The index differs from the posts',
  again: 'Sent again within half a minute',
};
