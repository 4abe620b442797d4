import type { Query } from '@/app/_screens/screen-types';
import { Flash } from '@/lib/ui/dialog/flash';

/** Says once, after a redirect, what has been done. Only words of our own are ever shown. */
export function DomainFlash({ query: { done, at } }: { query: Query }) {
  if (typeof done !== 'string' || typeof at !== 'string' || !Object.hasOwn(words, done))
    return null;
  return <Flash message={words[done] ?? ''} id={`${done}-${at}`} />;
}

const words: Record<string, string> = {
  added: 'Domain added. Its records stand below',
  verified: 'Domain connected',
  checked: 'Looked up. The page shows what was found',
  primary: 'Primary domain chosen',
  removed: 'Domain removed',
};
