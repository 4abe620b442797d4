import { Flash } from '@/lib/ui/dialog/flash';

type Given = string | string[] | undefined;

/** Says once, after a redirect, what has become of a tenant. Only words of our own are ever shown. */
export function StatusFlash({ done, at, name }: { done: Given; at: Given; name: string }) {
  if (typeof at !== 'string' || (done !== 'suspended' && done !== 'activated')) return null;
  const words = done === 'suspended' ? 'is suspended' : 'is active again';
  return <Flash message={`${name} ${words}`} id={`${done}-${at}`} />;
}
