'use client';

import type { ReactNode } from 'react';
import { PlaceLink } from '../place-link';
import { CopyButton } from './copy-button';
import { EmptyState } from './empty-state';

/** One part of a page could not be drawn: what still works, and trying again. */
export function FailedPart({ title, children, retry, retryHref, details }: FailedProps) {
  return (
    <EmptyState
      icon="alert"
      tone="bad"
      title={title}
      act={
        <>
          {retry ? (
            <button type="button" className="button plain" onClick={retry}>
              Try again
            </button>
          ) : (
            <PlaceLink className="button plain" href={retryHref ?? ''}>
              Try again
            </PlaceLink>
          )}
          {details ? <CopyButton text={details} label="Copy details" words /> : null}
        </>
      }
    >
      {children}
    </EmptyState>
  );
}

interface FailedProps {
  title: string;
  children: ReactNode;
  /** From an error boundary. */
  retry?: () => void;
  /** Otherwise the page is loaded anew, or this one. */
  retryHref?: string;
  /** What helps whoever looks into it, as a reference. */
  details?: string;
}
