'use client';

import { useEffect, useRef } from 'react';
import { useRealtime } from './realtime-provider';

/**
 * Hears an event of the realtime server while the part of the page stands.
 *
 * @param listener - may be another one at each drawing.
 */
export function useRealtimeEvent<T>(event: string, listener: (payload: T) => void): void {
  const client = useRealtime();
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => client?.on<T>(event, (payload) => latest.current(payload)), [client, event]);
}
