import { postAddress } from '@/app/[tenant]/(site)/_parts/addresses';
import type { TriedSearch } from '@/lib/admin/search/try-search';
import { AskForm } from '@/lib/ui/form/ask-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { formatCount } from '@/lib/ui/format-count';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';

/** A box to see what readers find by some words. */
export function TryPanel({ tried, typed }: { tried: TriedSearch | null; typed: string }) {
  return (
    <Panel title="Try a search" foot={tried ? footOf(tried) : null} flush>
      <div className="panel-body">
        <AskForm action="/admin/search" className="search-try">
          <TextInput
            name="q"
            label="What readers type"
            help="Shows published posts alone, in the order in which readers get them."
            type="search"
            defaultValue={typed}
            maxLength={200}
            autoComplete="off"
          />
          <SubmitButton tone="plain">Search</SubmitButton>
        </AskForm>
      </div>
      {tried ? <Found tried={tried} /> : null}
    </Panel>
  );
}

function Found({ tried: { hits, typed } }: { tried: TriedSearch }) {
  if (hits.length === 0) {
    return (
      <div className="search-found">
        <EmptyState
          icon="no-match"
          tone="plain"
          title={`Readers find nothing for “${typed}”`}
          level={3}
        >
          Check the spelling, or try fewer words. Drafts are not found.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="search-found">
      <RowList
        rows={hits.map(({ id, slug, title, description }) => ({
          id,
          icon: 'post' as const,
          title,
          href: postAddress(slug),
          note: description || undefined,
        }))}
      />
    </div>
  );
}

function footOf({ total, hits, engine, degraded }: TriedSearch): string {
  const found = formatCount(total, { one: 'post', other: 'posts' });
  const shown = total > hits.length ? `, the first ${hits.length} shown` : '';
  const why = degraded ? ' PostgreSQL answered, since Elasticsearch did not.' : '';
  return `${found} found by ${engine}${shown}.${why}`;
}
