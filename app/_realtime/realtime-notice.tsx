'use client';

import { Notice } from '@/lib/ui/list/notice';
import { PlaceLink } from '@/lib/ui/place-link';
import { useRealtimeState } from './use-realtime-state';

/**
 * Says that the page has nobody's ear any more: signed out elsewhere, or not a member any longer
 * (C16). An outage alone is not worth a word: nothing is lost by it.
 */
export function RealtimeNotice({ site }: { site: string }) {
  const state = useRealtimeState();
  return (
    <div role="status" data-realtime={state}>
      {state === 'signed-out' ? (
        <Notice tone="wait" icon="lock">
          <p>
            <b>You are signed out.</b> This page is as it was before.{' '}
            <PlaceLink className="link" href="/login">
              Sign in again
            </PlaceLink>
          </p>
        </Notice>
      ) : null}
      {state === 'left' ? (
        <Notice tone="wait" icon="lock">
          <p>
            <b>You do not belong to {site} any more.</b> This page is as it was before; nothing on
            it can be changed.
          </p>
        </Notice>
      ) : null}
    </div>
  );
}
