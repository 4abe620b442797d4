import { Flash } from '@/lib/ui/dialog/flash';

type Given = string | string[] | undefined;

/** Says once, after a redirect, what has become of a tenant. Only words of our own are ever shown. */
export function StatusFlash({ done, at, name }: { done: Given; at: Given; name: string }) {
  if (typeof at !== 'string' || typeof done !== 'string' || !Object.hasOwn(known, done))
    return null;
  const words = known[done];
  return <Flash message={`${name} ${words}`} id={`${done}-${at}`} />;
}

const known: Record<string, string> = {
  suspended: 'is suspended',
  activated: 'is active again',
  vouched: 'has one more verified domain',
};
