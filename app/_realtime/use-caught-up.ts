'use client';

import { useEffect, useRef } from 'react';
import { useRealtime } from './realtime-provider';

/** Calls each time the page hears everything again: what was said meanwhile has to be fetched. */
export function useCaughtUp(listener: () => void): void {
  const client = useRealtime();
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => client?.onCaughtUp(() => latest.current()), [client]);
}
