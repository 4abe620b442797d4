'use client';

import { useEffect, useState } from 'react';

const minute = 60_000;

/** How long an access still lasts. Screen readers are told of it once, not on every page. */
export function SupportClock({ id, left, words }: SupportClockProps) {
  const [now, setNow] = useState(left);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const until = Date.now() + left;
    const tick = setInterval(() => setNow(until - Date.now()), 5000);
    return () => clearInterval(tick);
  }, [left]);
  useEffect(() => {
    const key = `support-said-${id}`;
    if (sessionStorage.getItem(key)) return;
    // A moment later: what is there from the start is not read out.
    const later = setTimeout(() => {
      sessionStorage.setItem(key, '1');
      setSaid(words);
    }, 500);
    return () => clearTimeout(later);
  }, [id, words]);
  return (
    <>
      <span className="support-left">{leftWords(now)}</span>
      <span className="sr-only" role="status">
        {said}
      </span>
    </>
  );
}

interface SupportClockProps {
  id: string;
  /** In milliseconds, when the page was made. */
  left: number;
  /** For screen readers. */
  words: string;
}

function leftWords(left: number): string {
  if (left <= 0) return 'time is up';
  if (left < minute) return 'under 1 min left';
  return `${Math.ceil(left / minute)} min left`;
}
