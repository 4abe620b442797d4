import type { FoundTopic } from '@/app/_search/count-topics';
import { countWords } from '@/app/_search/count-words';
import type { Found } from '@/app/_search/found';
import { shorten } from '@/app/_search/shorten';

interface CountProps {
  found: Found | null;
  shown: number;
  topic: FoundTopic | null;
}

/** How much was found, told aloud, too; and what about it may not be as expected. */
export function ResultCount({ found, shown, topic }: CountProps) {
  return (
    <>
      {/* There before it says something: what is added with its words is not read out. */}
      <p role="status" className={found && shown > 0 ? 'search-count' : 'sr-only'}>
        {found ? <Words found={found} shown={shown} topic={topic} /> : null}
      </p>
      {found?.isCut ? (
        <p className="search-count">Only the first 200 characters were searched for.</p>
      ) : null}
      {found?.degraded ? (
        <p className="search-count">Misspelt words may find less for the moment.</p>
      ) : null}
    </>
  );
}

function Words({ found, shown, topic }: CountProps & { found: Found }) {
  const { total, hits, text, isWordless } = found;
  if (isWordless) return 'Nothing to search for';
  const count = shown > 0 ? countWords({ shown, found: hits.length, total }) : 'No articles';
  return (
    <>
      {count} about “<bdi>{shorten(text)}</bdi>”{topic ? ` in ${topic.name}` : ''}
    </>
  );
}
