'use client';

import type { MouseEvent } from 'react';
import type { FoundTopic } from '@/app/_search/count-topics';
import { searchAddress } from '@/app/_search/search-address';
import { PlaceLink } from '@/lib/ui/place-link';

interface ChipsProps {
  topics: FoundTopic[];
  topic: FoundTopic | null;
  /** What was searched for. */
  text: string;
  setTopic: (topic: string | null) => void;
}

const most = 6;

/** The topics of what was found, each a way to see less of it. */
export function TopicChips({ topics, topic, text, setTopic }: ChipsProps) {
  if (topics.length === 0) return null;
  const frequent = topics.slice(0, most);
  const chips = topic && !frequent.includes(topic) ? [...frequent, topic] : frequent;
  const choose = (slug: string | null) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTopic(slug);
  };
  return (
    <nav aria-label="Narrow by topic" className="topic-chips">
      <PlaceLink
        className="topic-chip"
        href={searchAddress({ text, topic: null })}
        aria-current={topic === null ? 'true' : undefined}
        onClick={choose(null)}
      >
        All topics
      </PlaceLink>
      {chips.map(({ slug, name, count }) => (
        <PlaceLink
          key={slug}
          className="topic-chip"
          href={searchAddress({ text, topic: slug })}
          aria-current={slug === topic?.slug ? 'true' : undefined}
          onClick={choose(slug)}
        >
          {name} <small>{count}</small>
        </PlaceLink>
      ))}
    </nav>
  );
}
