'use client';

import { Literal, LostPage } from './lost-page';
import { useRequestReference } from './request-reference';

interface FailedPageProps {
  digest?: string;
  /** Draws the page again; without it the browser loads the address anew. */
  retry?: () => void;
}

/** An error as a person may see it: what works, what to do, and a reference. Nothing internal. */
export function FailedPage({ digest, retry }: FailedPageProps) {
  const reference = useRequestReference(digest);
  return (
    <LostPage
      sign="broken"
      badge="Something failed"
      title="This page could not be shown"
      lede={
        <>
          The fault is on our side and has been written down. It often passes by itself: try again
          in a moment.
          {reference ? (
            <>
              {' '}
              If it stays, send the reference <Literal>{reference}</Literal> to the people who run
              this site.
            </>
          ) : null}
        </>
      }
      actions={
        <>
          <button
            type="button"
            className="button primary"
            onClick={retry ?? (() => window.location.reload())}
          >
            Try again
          </button>
          <a className="button" href="/">
            Go to the home page
          </a>
        </>
      }
    />
  );
}
