import { formatCount, formatNumber, formatTotal, type Total } from '../format-count';
import type { Noun } from '../kit-types';
import { SoftLink } from '../shell/soft-link';

/** How much of a list this is, and the pages beside it (D1, D37). */
export function Pager({ shown, noun, total, newerHref, olderHref, labels }: PagerProps) {
  const { newer, older } = labels ?? { newer: 'Newer', older: 'Older' };
  return (
    <div className="pager">
      <p>{pagerWords(shown, noun, total)}</p>
      {newerHref || olderHref ? (
        <nav aria-label="Pages" className="pager-links">
          <PageLink href={newerHref}>{newer}</PageLink>
          <PageLink href={olderHref}>{older}</PageLink>
        </nav>
      ) : null}
    </div>
  );
}

export interface PagerProps {
  /** Rows on this page. */
  shown: number;
  noun: Noun;
  total?: Total;
  newerHref?: string;
  olderHref?: string;
  labels?: { newer: string; older: string };
}

/** "8 of 48 posts", "50 of about 100,000 posts", "48 posts" where all are shown. */
export function pagerWords(shown: number, noun: Noun, total?: Total): string {
  if (!total) return formatCount(shown, noun);
  if (total.exact && total.count <= shown) return formatCount(total.count, noun);
  // An estimate below what is seen has been overtaken.
  const count = Math.max(total.count, shown);
  const words = total.exact && count === 1 ? noun.one : noun.other;
  return `${formatNumber(shown)} of ${formatTotal({ ...total, count })} ${words}`;
}

function PageLink({ href, children }: { href?: string; children: string }) {
  if (href)
    return (
      <SoftLink href={href} className="button plain small">
        {children}
      </SoftLink>
    );
  return (
    <span className="button plain small" aria-disabled="true">
      {children}
    </span>
  );
}
