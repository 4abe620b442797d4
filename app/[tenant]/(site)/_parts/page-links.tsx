import { ArrowLeft, ArrowRight } from 'lucide-react';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';

interface PageLinksProps {
  /** Address of the list without a page number. */
  base: string;
  page: number;
  hasOlder: boolean;
}

/** Newer and older pages of a list. No total: counting is what makes long lists slow. */
export function PageLinks({ base, page, hasOlder }: PageLinksProps) {
  if (page === 1 && !hasOlder) return null;
  return (
    <nav
      aria-label="Pages"
      className="mt-10 flex items-center justify-between gap-3 border-line border-t pt-5 print:hidden"
    >
      <span className="min-w-24">
        {page > 1 ? (
          <SiteLink className="button" rel="prev" href={pageAddress(base, page - 1)}>
            <ArrowLeft className="size-4" strokeWidth={1.75} aria-hidden />
            Newer
          </SiteLink>
        ) : null}
      </span>
      <span className="text-ink-3 text-sm">Page {page}</span>
      <span className="min-w-24 text-right">
        {hasOlder ? (
          <SiteLink className="button" rel="next" href={pageAddress(base, page + 1)}>
            Older
            <ArrowRight className="size-4" strokeWidth={1.75} aria-hidden />
          </SiteLink>
        ) : null}
      </span>
    </nav>
  );
}

/** Address of one page of a list; the first has no number. */
export function pageAddress(base: string, page: number): string {
  return page === 1 ? base : `${base}/page/${page}`;
}
