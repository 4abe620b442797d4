'use client';

import { Literal, LostPage } from './lost-page';
import { PlaceLink } from './place-link';
import { useRequestReference } from './request-reference';

/**
 * An error as a person may see it: what to do, and a reference. Nothing internal. Trying again loads
 * the address anew, because drawing the same answer again could only fail again.
 */
export function FailedPage({ digest }: { digest?: string }) {
  const reference = useRequestReference(digest);
  return (
    <>
      {/* A page that failed has brought no title along. */}
      <title>{TITLE}</title>
      <LostPage
        sign="broken"
        badge="Something failed"
        title={TITLE}
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
              onClick={() => window.location.reload()}
            >
              Try again
            </button>
            <PlaceLink className="button" href="/">
              Go to the home page
            </PlaceLink>
          </>
        }
      />
    </>
  );
}

const TITLE = 'This page could not be shown';
