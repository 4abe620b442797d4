'use client';

import { useEffect } from 'react';
import { usePresence } from '@/app/_realtime/use-presence';
import type { RoomPerson } from '@/lib/realtime/rooms/room-person';
import { Avatar } from '@/lib/ui/avatar';
import { useNavigation } from '@/lib/ui/shell/navigation-provider';

const shown = 3;

/**
 * Who is in the admin at the moment besides oneself, those on the same page first: two people who
 * write at one record see each other before they save.
 *
 * @param me - one's own id.
 */
export function HereNow({ me }: { me: string }) {
  const { pathname = '/admin' } = useNavigation();
  const { people, count, track } = usePresence('admin:all', { path: pathname });
  useEffect(() => track({ path: pathname }), [track, pathname]);
  const others = people
    .filter(({ userId }) => userId !== me)
    .map((person) => ({ ...person, isBeside: person.meta.path === pathname }))
    .toSorted((a, b) => Number(b.isBeside) - Number(a.isBeside));
  if (others.length === 0) return null;
  const more = Math.max(count - 1, others.length) - Math.min(shown, others.length);
  const beside = others.filter(({ isBeside }) => isBeside);
  return (
    <div className="here-now" role="status">
      <span className="here-dot" aria-hidden="true" />
      <span className="here-people" title={others.map(({ name }) => name).join(', ')}>
        {others.slice(0, shown).map(({ userId, name }) => (
          <Avatar key={userId} name={name} />
        ))}
        {more > 0 ? <span className="here-more">+{more}</span> : null}
      </span>
      <span className="here-words">{wordsOf(beside) || `${others.length} here`}</span>
      <span className="sr-only">{others.map(({ name }) => name).join(', ')} in the admin now</span>
    </div>
  );
}

function wordsOf(beside: RoomPerson[]): string {
  const [first, ...rest] = beside.map(({ name }) => name.split(' ')[0] ?? name);
  if (!first) return '';
  return rest.length === 0
    ? `${first} on this page`
    : `${first} and ${rest.length} more on this page`;
}
