'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { RealtimeClient } from '@/lib/realtime/browser/realtime-client';
import { useBasePath } from '@/lib/ui/base-path';
import { takeRealtime } from './page-realtime';

const Realtime = createContext<RealtimeClient | null>(null);

/** Connects the pages below to the realtime server, for as long as they stand. */
export function RealtimeProvider({ children }: { children: ReactNode }) {
  const basePath = useBasePath();
  const [client, setClient] = useState<RealtimeClient | null>(null);
  useEffect(() => {
    const [taken, giveBack] = takeRealtime(basePath);
    setClient(taken);
    return giveBack;
  }, [basePath]);
  return <Realtime value={client}>{children}</Realtime>;
}

/** The page's connection; null before it begins, and where no provider stands above. */
export function useRealtime(): RealtimeClient | null {
  return useContext(Realtime);
}
