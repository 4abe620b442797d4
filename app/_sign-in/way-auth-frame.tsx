import type { ReactNode } from 'react';
import { RootAuthFrame } from './root-auth-frame';

/** Pages of the platform for whoever is on the way from one site to another. */
export function WayAuthFrame({ children }: { children: ReactNode }) {
  return (
    <RootAuthFrame words="One account for all your sites." foot="Published with Tenantry">
      {children}
    </RootAuthFrame>
  );
}
