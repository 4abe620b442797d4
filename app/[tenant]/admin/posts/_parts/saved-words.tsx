'use client';

import { useEffect, useState } from 'react';
import { Icon } from '@/lib/ui/icon';
import type { AutosaveState } from './autosaver';

/** How what was written is kept, in a few words. Only failures interrupt who listens. */
export function SavedWords({ state }: { state: AutosaveState }) {
  const now = useNow(state.kind === 'saved');
  if (state.kind === 'idle') return null;
  const isBad = state.kind === 'away' || state.kind === 'stopped';
  const icon = isBad ? 'not-kept' : state.kind === 'saving' ? 'keeping' : 'kept';
  return (
    <span className={`saved-words ${isBad ? 'bad' : ''}`}>
      <Icon name={icon} />
      <span className="saved-text">{wordsOf(state, now)}</span>
      <span className="sr-only" role="status">
        {state.kind === 'saved' ? 'Saved' : isBad ? 'Not saved' : ''}
      </span>
    </span>
  );
}

function wordsOf(state: AutosaveState, now: number): string {
  if (state.kind === 'saving') return 'Saving…';
  if (state.kind !== 'saved') return 'Not saved';
  const seconds = Math.max(0, Math.round((now - state.at) / 1000));
  const what = state.kept === 'draft' ? 'Saved, not published' : 'Saved';
  if (seconds < 5) return what;
  if (seconds < 60) return `${what} ${seconds} seconds ago`;
  const minutes = Math.round(seconds / 60);
  return `${what} ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
}

function useNow(isOn: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isOn) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, [isOn]);
  return now;
}
