'use client';

import type { ReactNode } from 'react';
import { useAddress } from '../base-path';

/** A form that only asks: what it holds goes into the address of a page of this site. */
export function AskForm({ action, className, children }: AskFormProps) {
  const address = useAddress();
  return (
    <form action={address(action)} method="get" className={className}>
      {children}
    </form>
  );
}

interface AskFormProps {
  /** Path of the page. */
  action: string;
  className?: string;
  children: ReactNode;
}
