'use client';

import { History, X } from 'lucide-react';
import { useRef } from 'react';
import { searchAddress } from '@/app/_search/search-address';
import { useRecent } from '@/app/_search/use-recent';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';

/** What this browser has searched for here. It comes last: only the browser knows how long it is. */
export function RecentList() {
  const { list, remove, clear } = useRecent();
  const part = useRef<HTMLElement>(null);
  if (list.length === 0) return null;
  const drop = (text: string) => {
    // The button goes; the focus stays among its like.
    const buttons = [...(part.current?.querySelectorAll<HTMLElement>('.recent-drop') ?? [])];
    const at = list.indexOf(text);
    (buttons[at + 1] ?? buttons[at - 1])?.focus();
    remove(text);
  };
  return (
    <section ref={part} aria-labelledby="recent-searches">
      <div className="search-start-head">
        <h2 id="recent-searches">Recent searches</h2>
        <button type="button" className="link" aria-label="Clear recent searches" onClick={clear}>
          Clear
        </button>
      </div>
      <ul>
        {list.map((text) => (
          <li key={text} className="recent-line">
            <SiteLink href={searchAddress({ text, topic: null })} prefetch={false}>
              <History className="size-4" strokeWidth={1.75} aria-hidden />
              <bdi>{text}</bdi>
            </SiteLink>
            <button
              type="button"
              className="button icon recent-drop"
              aria-label={`Remove ${text}`}
              onClick={() => drop(text)}
            >
              <X className="size-4" strokeWidth={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
