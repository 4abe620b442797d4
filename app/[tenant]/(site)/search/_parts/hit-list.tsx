import { PenLine } from 'lucide-react';
import type { RefObject } from 'react';
import { draftWord } from '@/app/_search/draft-word';
import type { Hit } from '@/app/_search/found';
import { MarkedWords } from '@/app/_search/marked-words';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { PlaceLink } from '@/lib/ui/place-link';
import { topicAddress } from '../../_parts/addresses';

interface HitListProps {
  list: RefObject<HTMLOListElement | null>;
  hits: Hit[];
  /** Told when somebody goes to one. */
  open: () => void;
}

/** What was found, the best first. */
export function HitList({ list, hits, open }: HitListProps) {
  return (
    <ol ref={list}>
      {hits.map((hit) => (
        <li key={hit.id} className="hit">
          <HitTitle hit={hit} open={open} />
          <p className="hit-excerpt" dir="auto">
            <MarkedWords html={hit.excerpt} />
          </p>
          <HitMeta hit={hit} />
        </li>
      ))}
    </ol>
  );
}

function HitTitle({ hit, open }: { hit: Hit; open: () => void }) {
  const link = { 'data-hit': true, href: hit.href, onClick: open };
  const words = <MarkedWords html={hit.title} />;
  return (
    <h2 className="headline hit-title" dir="auto">
      {/* A draft's place is the admin. Articles are fetched when they are wanted: here they change
          with every letter. */}
      {hit.isDraft ? (
        <PlaceLink {...link}>{words}</PlaceLink>
      ) : (
        <SiteLink {...link} prefetch={false}>
          {words}
        </SiteLink>
      )}
    </h2>
  );
}

function HitMeta({ hit }: { hit: Hit }) {
  const { isDraft, date, tags } = hit;
  if (!isDraft && !date && tags.length === 0) return null;
  return (
    <div className="hit-meta">
      {isDraft ? (
        <span className="badge">
          <PenLine className="size-3" strokeWidth={2} aria-hidden />
          {draftWord(hit)}
        </span>
      ) : null}
      {date ? <time dateTime={date.iso}>{date.words}</time> : null}
      {tags.map(({ slug, name }) => (
        <SiteLink key={slug} className="tag" href={topicAddress(slug)} prefetch={false}>
          {name}
        </SiteLink>
      ))}
    </div>
  );
}
