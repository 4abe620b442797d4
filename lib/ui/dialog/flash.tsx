'use client';

import { useEffect, useRef } from 'react';
import { Notice } from '../list/notice';
import { PlaceLink } from '../place-link';
import { showToast } from './show-toast';
import type { ToastFacts } from './toast-body';
import { wasTold } from './was-told';

/** What has just been done, after a redirect: a toast, or a notice where no scripts run. */
export function Flash({ message, tone = 'plain', act, scripted, id }: FlashProps) {
  const { label, href } = act ?? {};
  const run = useRef(scripted?.run);
  run.current = scripted?.run;
  const runLabel = scripted?.label;
  useEffect(() => {
    if (id && wasTold(id)) return;
    const link = label ? { label, href } : undefined;
    const button = runLabel ? { label: runLabel, run: () => run.current?.() } : undefined;
    showToast(message, { tone, act: button ?? link, id: id ?? message });
  }, [message, tone, label, href, runLabel, id]);
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
  /** Stands in the toast instead of `act`. */
  scripted?: { label: string; run: () => void };
  /** Tells one message from the next with the same words; each is said once in a window. */
  id?: string;
}
