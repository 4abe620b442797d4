'use client';

import { useEffect, useState } from 'react';
import type { RealtimeState } from '@/lib/realtime/browser/realtime-state';
import { useRealtime } from './realtime-provider';

/** How the page stands to the realtime server, as it changes. */
export function useRealtimeState(): RealtimeState {
  const client = useRealtime();
  const [state, setState] = useState<RealtimeState>('starting');
  useEffect(() => {
    if (!client) return;
    setState(client.state());
    return client.onState(setState);
  }, [client]);
  return state;
}
