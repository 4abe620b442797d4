import { revalidateTag } from 'next/cache';

/**
 * Forgets every entry that carries one of the tags: the next request reads afresh. Must run inside
 * a route handler of Next.
 */
export function expireTags(tags: string[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
}
