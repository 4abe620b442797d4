import type { Metadata } from 'next';
import type { Query } from '@/app/_screens/screen-types';
import { readSearchIndex } from '@/lib/admin/search/read-search-index';
import { trySearch } from '@/lib/admin/search/try-search';
import { adminPage } from '@/lib/api/admin-page';
import { PageHead } from '@/lib/ui/shell/page-head';
import { addressOf, adminPlace } from '../_parts/admin-place';
import { RefreshWhile } from '../_parts/refresh-while';
import { IndexNotice } from './_parts/index-notice';
import { IndexPanel } from './_parts/index-panel';
import { PostgresPanel } from './_parts/postgres-panel';
import { RefusedPanel } from './_parts/refused-panel';
import { SearchFlash } from './_parts/search-flash';
import { TryPanel } from './_parts/try-panel';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Search' };

/** How readers find posts: what answers, how its index stands, and what cannot be found. */
export default async function SearchPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const path = addressOf('/admin/search', query);
  const ctx = await adminPage(params, { permission: 'settings.read', path });
  const typed = typeof query.q === 'string' ? query.q : '';
  const [index, tried] = await Promise.all([readSearchIndex(ctx), trySearch(ctx, typed)]);
  const { dates } = adminPlace(ctx.tenant, 'search');
  const mayWrite = ctx.can('settings.write');
  return (
    <>
      <PageHead title="Search" lead={`How readers find what ${ctx.tenant.name} has published.`} />
      <SearchFlash query={query} />
      <div className="search-notice">{index ? <IndexNotice index={index} /> : null}</div>
      <div className="settings-groups">
        {index ? (
          <>
            <RefreshWhile isGoing={index.isAsked || index.phase === 'building'} />
            <IndexPanel {...{ index, dates, mayWrite }} />
            {index.refused > 0 ? <RefusedPanel {...{ index, dates, mayWrite }} /> : null}
          </>
        ) : (
          <PostgresPanel />
        )}
        <TryPanel tried={tried} typed={typed} />
      </div>
    </>
  );
}
