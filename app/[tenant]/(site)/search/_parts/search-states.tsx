'use client';

import { CircleAlert, type LucideIcon, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Found } from '@/app/_search/found';
import { shorten } from '@/app/_search/shorten';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';

/** Nothing fits: what was asked for, and how to get on. */
export function NoHits({ found: { text, isWordless } }: { found: Found }) {
  if (isWordless) {
    return (
      <State
        Icon={SearchX}
        title={<>Nothing to search for in {quoted(text)}</>}
        acts={<AllArticles />}
      >
        Type a word or a number.
      </State>
    );
  }
  return (
    <State Icon={SearchX} title={<>No articles match {quoted(text)}</>} acts={<AllArticles />}>
      Check the spelling, or try fewer words.
    </State>
  );
}

/** Nothing answers, and there is nothing older to show. */
export function SearchFailed({ text, isBusy, retry }: FailedProps) {
  return (
    <State
      Icon={CircleAlert}
      isBusy={isBusy}
      title="Search does not answer right now"
      acts={
        <>
          <button type="button" className="button script-only" onClick={retry}>
            Try again
          </button>
          <AllArticles />
        </>
      }
    >
      Nothing could be found out about {quoted(text)}. Articles and topics can be read as always.
    </State>
  );
}

interface FailedProps {
  text: string;
  isBusy: boolean;
  retry: () => void;
}

/** The newest words got no answer: what is shown belongs to those before. */
export function StillOld({ text, retry }: { text: string; retry: () => void }) {
  return (
    <p role="alert" className="search-note">
      <CircleAlert className="size-4" strokeWidth={1.75} aria-hidden />
      <span>The last words got no answer. This was found about {quoted(text)}.</span>
      <button type="button" className="link" onClick={retry}>
        Try again
      </button>
    </p>
  );
}

interface StateProps {
  Icon: LucideIcon;
  title: ReactNode;
  children: ReactNode;
  acts: ReactNode;
  isBusy?: boolean;
}

function State({ Icon, title, children, acts, isBusy }: StateProps) {
  return (
    <div className="search-state" aria-busy={isBusy}>
      <Icon className="size-8 text-ink-3" strokeWidth={1.25} aria-hidden />
      <h2>{title}</h2>
      <p>{children}</p>
      <div className="search-acts">{acts}</div>
    </div>
  );
}

function AllArticles() {
  return (
    <SiteLink className="button" href="/blog">
      All articles
    </SiteLink>
  );
}

function quoted(text: string): ReactNode {
  return (
    <>
      “<bdi>{shorten(text)}</bdi>”
    </>
  );
}
