'use client';

import { type ReactNode, useRef } from 'react';
import { countTopics, hitsOn } from '@/app/_search/count-topics';
import type { Found } from '@/app/_search/found';
import type { SearchQuery } from '@/app/_search/search-address';
import { useFound } from '@/app/_search/use-found';
import { useRecent } from '@/app/_search/use-recent';
import { HitList } from './hit-list';
import { ResultCount } from './result-count';
import { SearchField } from './search-field';
import { NoHits, SearchFailed, StillOld } from './search-states';
import { TopicChips } from './topic-chips';
import { useAddressBar } from './use-address-bar';
import { useHitKeys } from './use-hit-keys';
import { useSearchQuery } from './use-search-query';

interface PanelProps {
  asked: SearchQuery;
  /** Null where nothing was asked, or nothing answered. */
  found: Found | null;
  /** What stands here while nothing is typed. */
  start: ReactNode;
}

const limit = 50;

/**
 * Box and results. The server draws it for the address at hand, with links and a plain form; where
 * scripts run, it follows what is typed.
 */
export function SearchPanel({ asked, found: first, start }: PanelProps) {
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const { query, setText, setTopic } = useSearchQuery(asked);
  const recent = useRecent();
  const text = query.text.trim();
  const { shown, isBusy, isFailed, retry } = useFound(text, {
    first: first && { text: asked.text, found: first },
    limit,
  });
  const found = text === '' ? null : (shown?.found ?? null);
  const topics = countTopics(found?.hits ?? []);
  // A topic that nothing of the new words has would hide everything.
  const topic = topics.find(({ slug }) => slug === query.topic) ?? null;
  const hits = hitsOn(found?.hits ?? [], topic?.slug ?? null);

  // What the server could not find out is asked once more; until then it is said.
  const isDown = isFailed || (first === null && text === asked.text);

  const remember = () => recent.add(text);
  const clear = () => {
    setText('');
    box.current?.focus();
  };
  useHitKeys({ box, list, clear });
  useAddressBar(isBusy ? null : { text, topic: topic?.slug ?? null });

  return (
    <>
      <SearchField box={box} text={query.text} setText={setText} clear={clear} submit={remember} />
      {found ? <TopicChips {...{ topics, topic, text, setTopic }} /> : null}
      <ResultCount found={found} shown={hits.length} topic={topic} />
      {text === '' || (!found && !isDown) ? <div aria-busy={isBusy}>{start}</div> : null}
      {text !== '' && !found && isDown ? <SearchFailed {...{ text, isBusy, retry }} /> : null}
      {found && isFailed ? <StillOld text={found.text} retry={retry} /> : null}
      {found ? (
        <div className="search-found" aria-busy={isBusy}>
          {hits.length > 0 ? (
            <HitList list={list} hits={hits} open={remember} />
          ) : (
            <NoHits found={found} />
          )}
        </div>
      ) : null}
    </>
  );
}
