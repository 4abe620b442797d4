'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useCaughtUp } from '@/app/_realtime/use-caught-up';
import { useRealtimeEvent } from '@/app/_realtime/use-realtime-event';
import { useBasePath } from '@/lib/ui/base-path';
import { askInbox, type ToldItem } from './inbox-answer';

/** Tells the rest of the page what has come: the bell asks once for all parts. */
export const arrivedEvent = 'tenantry:notifications';

/**
 * How many notifications are unread, as it changes. What comes while the page stands is given to
 * `onArrived`, once, whatever was missed in between.
 */
export function useInbox(onArrived: (items: ToldItem[]) => void): number {
  const basePath = useBasePath();
  const [unread, setUnread] = useState(0);
  const newest = useRef<string | undefined>(undefined);
  const asking = useRef<Promise<void> | null>(null);
  const latest = useRef(onArrived);
  latest.current = onArrived;

  const ask = useCallback(() => {
    // One at a time: two answers to the same question would tell of everything twice.
    const next = (asking.current ?? Promise.resolve()).then(async () => {
      for (let hasMore = true; hasMore; ) {
        const before = newest.current;
        const found = await askInbox(basePath, before);
        if (!found) return;
        setUnread(found.unread);
        newest.current = found.newest;
        hasMore = before !== undefined && found.hasMore;
        if (before !== undefined && found.data.length > 0) latest.current(found.data);
      }
    });
    asking.current = next;
  }, [basePath]);

  useEffect(ask, [ask]);
  useRealtimeEvent('notification', ask);
  useRealtimeEvent<{ unread: number }>('notification.read', (told) => setUnread(told.unread));
  useCaughtUp(ask);
  return unread;
}
