'use client';

import { ArrowRight, FileText, History, PenLine } from 'lucide-react';
import type { MouseEvent } from 'react';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { PlaceLink } from '@/lib/ui/place-link';
import type { BoxOption } from './box-options';
import { draftWord } from './draft-word';
import type { Hit } from './found';
import { MarkedWords } from './marked-words';
import { searchAddress } from './search-address';

interface LineProps {
  option: BoxOption;
  isCurrent: boolean;
  /** Told when it is chosen, before the browser goes there. */
  choose: (option: BoxOption, event: MouseEvent) => void;
}

/** One line of the box: links, so that they open in a new tab as links do. */
export function BoxLine({ option, isCurrent, choose }: LineProps) {
  const line = {
    id: option.id,
    role: 'option',
    'aria-selected': isCurrent,
    tabIndex: -1,
    className: 'box-line',
    // The focus stays in the box.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: (event: MouseEvent) => choose(option, event),
  } as const;
  if (option.kind === 'hit') return <HitLine line={line} hit={option.hit} />;
  const { kind, text } = option;
  return (
    <SiteLink {...line} href={searchAddress({ text, topic: null })} prefetch={false}>
      {kind === 'recent' ? (
        <History className="size-4" strokeWidth={1.75} aria-hidden />
      ) : (
        <ArrowRight className="size-4" strokeWidth={1.75} aria-hidden />
      )}
      <span className="box-words">
        {kind === 'recent' ? <bdi>{text}</bdi> : allWords(option.total)}
      </span>
    </SiteLink>
  );
}

function HitLine({ line, hit }: { line: object; hit: Hit }) {
  const Picture = hit.isDraft ? PenLine : FileText;
  const note = hit.isDraft ? draftWord(hit) : hit.date?.words;
  const words = (
    <>
      <Picture className="size-4" strokeWidth={1.75} aria-hidden />
      <span className="box-words" dir="auto">
        <MarkedWords html={hit.title} />
      </span>
      {note ? <span className="box-note">{note}</span> : null}
    </>
  );
  return hit.isDraft ? (
    <PlaceLink {...line} href={hit.href}>
      {words}
    </PlaceLink>
  ) : (
    <SiteLink {...line} href={hit.href} prefetch={false}>
      {words}
    </SiteLink>
  );
}

function allWords(total: number): string {
  return total > 1 ? `See all ${total} results` : 'See all results';
}
