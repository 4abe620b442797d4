'use client';

import { Flash } from '@/lib/ui/dialog/flash';
import { Notice } from '@/lib/ui/list/notice';
import type { ListOutcome } from './screen-types';

/** What came of an act: a toast when all went well, else a notice that says what was left out. */
export function Outcome({ outcome }: { outcome: ListOutcome | null }) {
  if (!outcome) return null;
  const { id, text, tone, left } = outcome;
  if (left.length === 0 && tone === 'good') return <Flash key={id} message={text} id={id} />;
  return (
    <Notice tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <p>{text}</p>
      {left.length > 0 ? (
        <details>
          <summary className="link">Show why</summary>
          <ul className="plain-list">
            {left.map(({ label, why }) => (
              <li key={`${label} ${why}`}>
                <b>{label}</b>: {why}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Notice>
  );
}
