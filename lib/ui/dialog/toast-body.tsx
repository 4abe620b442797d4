'use client';

import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icon';
import { PlaceLink } from '../place-link';

const STAYS = 6000;

/** What a short message says. */
export interface ToastFacts {
  text: string;
  /** Bad ones stay. */
  tone?: 'plain' | 'bad';
  act?: { label: string; href?: string; run?: () => void };
}

/** A short message with one thing to do. It waits while the pointer or the focus is on it. */
export function ToastBody({
  text,
  tone = 'plain',
  act,
  close,
}: ToastFacts & { close: () => void }) {
  const [isHeld, setHeld] = useState(false);
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (isHeld || tone === 'bad') return;
    const timer = setTimeout(() => latest.current(), STAYS);
    return () => clearTimeout(timer);
  }, [isHeld, tone]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the message while it is read
    <div
      className={`toast ${tone}`}
      role={tone === 'bad' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={tone === 'bad' ? 'alert' : 'check'} />
      <span className="toast-words">{text}</span>
      {act?.href ? (
        <PlaceLink className="button small" href={act.href} onClick={close}>
          {act.label}
        </PlaceLink>
      ) : null}
      {act?.run ? (
        <button
          type="button"
          className="button small"
          onClick={() => {
            act.run?.();
            close();
            // The button goes; the focus must not go with it.
            document.getElementById('main')?.focus({ preventScroll: true });
          }}
        >
          {act.label}
        </button>
      ) : null}
      <button
        type="button"
        className="button icon small"
        aria-label="Close message"
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
