'use client';

import { usePresence } from '@/app/_realtime/use-presence';

/** Who else has this article open. */
export function WhoIsReading({ slug }: { slug: string }) {
  const { people, me } = usePresence(`article:${slug}`);
  const others = people.filter(({ userId }) => userId !== me);
  if (others.length === 0) return null;
  return (
    <p className="who-is-reading" role="status">
      Also reading: {others.map(({ name }) => name).join(', ')}
    </p>
  );
}
