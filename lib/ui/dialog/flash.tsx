'use client';

import { useEffect } from 'react';
import { Notice } from '../list/notice';
import { PlaceLink } from '../place-link';
import { showToast } from './show-toast';
import type { ToastFacts } from './toast-body';

/** What has just been done, after a redirect: a toast, or a notice where no scripts run. */
export function Flash({ message, tone = 'plain', act, id }: FlashProps) {
  const label = act?.label;
  const href = act?.href;
  useEffect(() => {
    showToast(message, { tone, act: label ? { label, href } : undefined, id: id ?? message });
  }, [message, tone, label, href, id]);
  return (
    <noscript>
      <Notice
        tone={tone === 'bad' ? 'bad' : 'good'}
        role="status"
        act={
          href ? (
            <PlaceLink className="button plain small" href={href}>
              {label}
            </PlaceLink>
          ) : null
        }
      >
        {message}
      </Notice>
    </noscript>
  );
}

interface FlashProps {
  message: string;
  tone?: ToastFacts['tone'];
  act?: { label: string; href: string };
  /** Tells one message from the next with the same words. */
  id?: string;
}
