import { Flash } from '@/lib/ui/dialog/flash';

type Given = string | string[] | undefined;

/** Says once, after a redirect, what has become of a tenant. Only words of our own are ever shown. */
export function StatusFlash({ done, at, name }: { done: Given; at: Given; name: string }) {
  if (typeof at !== 'string' || typeof done !== 'string' || !Object.hasOwn(words, done))
    return null;
  return <Flash message={`${name} ${words[done]}`} id={`${done}-${at}`} />;
}

const words: Record<string, string> = {
  suspended: 'is suspended',
  activated: 'is active again',
  renamed: 'has a new address',
  transferred: 'has a new owner',
  deleted: 'is deleted',
  restored: 'is back',
  limited: 'has new limits',
  cached: 'begins with an empty cache',
  'support-ended': 'has no access of yours any more',
  vouched: 'has one more verified domain',
};
