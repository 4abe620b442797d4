'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ToldItem } from '@/app/_notifications/inbox-answer';
import { arrivedEvent } from '@/app/_notifications/use-inbox';
import { Icon } from '@/lib/ui/icon';

/** New ones wait behind a button: the list never jumps under somebody who reads it. */
export function NewArrivals({ shown }: { shown: string[] }) {
  const router = useRouter();
  const [arrived, setArrived] = useState<string[]>([]);
  useEffect(() => {
    const hear = (event: Event) => {
      const items = (event as CustomEvent<ToldItem[]>).detail;
      setArrived((before) => [...new Set([...before, ...items.map(({ id }) => id)])]);
    };
    window.addEventListener(arrivedEvent, hear);
    return () => window.removeEventListener(arrivedEvent, hear);
  }, []);
  const waiting = arrived.filter((id) => !shown.includes(id)).length;
  return (
    <div role="status">
      {waiting > 0 ? (
        <button type="button" className="inbox-new" onClick={() => router.refresh()}>
          <Icon name="bell" />
          {waiting === 1 ? '1 new notification' : `${waiting} new notifications`}
        </button>
      ) : null}
    </div>
  );
}
