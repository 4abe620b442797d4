import { Flash } from '@/lib/ui/dialog/flash';

type Given = string | string[] | undefined;

/** Says once, after a redirect, what has become of a group. Only words of our own are ever shown. */
export function GroupFlash({ done, at }: { done: Given; at: Given }) {
  if (typeof at !== 'string' || typeof done !== 'string' || !Object.hasOwn(words, done))
    return null;
  return <Flash message={words[done] ?? ''} id={`${done}-${at}`} />;
}

const words: Record<string, string> = {
  added: 'Added to the group',
  removed: 'Removed from the group',
  told: 'The message is on its way',
};
