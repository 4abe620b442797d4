'use client';

import { countWords } from './count-words';
import type { Found } from './found';
import type { Finding } from './use-found';

interface StateProps {
  found: Found | null;
  /** Nothing is typed, and nothing was before. */
  isNew: boolean;
  finding: Finding;
}

/** How the search stands: read out as it changes, and shown where there is more to say than lines do. */
export function BoxState({ found, isNew, finding }: StateProps) {
  const words = finding.isFailed ? failed : found ? foundWords(found) : '';
  const isSeen = finding.isFailed || found?.hits.length === 0;
  return (
    <>
      <p role="status" className={isSeen ? 'box-state' : 'sr-only'}>
        {words}
      </p>
      {finding.isFailed ? (
        <button type="button" className="link box-act" onClick={finding.retry}>
          Try again
        </button>
      ) : null}
      {isNew ? <p className="box-state">Type to find articles by title and text.</p> : null}
    </>
  );
}

const failed = 'Search does not answer right now. The rest of the site works as always.';

function foundWords({ hits, total, text, isWordless }: Found): string {
  if (isWordless) return 'Type a word or a number.';
  if (hits.length === 0) {
    return `No articles match “${text}”. Check the spelling, or try fewer words.`;
  }
  return countWords({ shown: hits.length, found: hits.length, total });
}
