'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { joinRoom, type RoomState } from '@/lib/realtime/browser/join-room';
import { useRealtime } from './realtime-provider';

const nobody: RoomState = { people: [], count: 0 };

/**
 * Brings the page into a room of its tenant while it stands, and gives who is there (S2.31 to S2.33).
 *
 * @param room - as 'document:123'; rooms of the admin begin with `admin:`. Null keeps out of any.
 */
export function usePresence(room: string | null, meta: Record<string, unknown> = {}) {
  const client = useRealtime();
  const [state, setState] = useState(nobody);
  const joined = useRef<ReturnType<typeof joinRoom> | null>(null);
  const first = useRef(meta);
  useEffect(() => {
    if (!client || room === null) return;
    joined.current = joinRoom(client, room, { meta: first.current, onPeople: setState });
    return () => {
      joined.current?.stop();
      joined.current = null;
      setState(nobody);
    };
  }, [client, room]);
  const track = useCallback((said: Record<string, unknown>) => {
    first.current = said;
    joined.current?.track(said);
  }, []);
  return { ...state, me: client?.me() ?? null, list: () => state.people, track };
}
