import type { ReactNode } from 'react';
import { EmptyState } from './empty-state';

/** Someone may not do this: say who can change it. */
export function NoPermission({ title, children, act }: NoPermissionProps) {
  return (
    <EmptyState icon="lock" tone="plain" title={title} act={act}>
      {children}
    </EmptyState>
  );
}

interface NoPermissionProps {
  /** "Domains are for owners". */
  title: string;
  children: ReactNode;
  act?: ReactNode;
}
