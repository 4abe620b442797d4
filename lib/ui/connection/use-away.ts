'use client';

import { useSyncExternalStore } from 'react';
import { connection } from './connection';

/** True while the server cannot be reached. */
export function useAway(): boolean {
  return useSyncExternalStore(connection.subscribe, connection.isAway, () => false);
}
