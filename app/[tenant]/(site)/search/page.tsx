import '@/app/search.css';
import type { Metadata } from 'next';
import { readSearchQuery, searchAddress } from '@/app/_search/search-address';
import type { Query } from '@/lib/api/login-address';
import { visitorPage } from '@/lib/api/visitor-page';
import { findForPage } from './_parts/find-for-page';
import { SearchPanel } from './_parts/search-panel';
import { SearchStart } from './_parts/search-start';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Search', robots: { index: false, follow: true } };

/** Search of a site, for whoever asks: staff find drafts, too (S1.8). */
export default async function SearchPage({ params, searchParams }: Props) {
  const asked = readSearchQuery(await searchParams);
  const address = searchAddress(asked);
  const ctx = await visitorPage(params, address);
  const found = asked.text === '' ? null : await findForPage(ctx, asked.text);
  return (
    <main id="main" tabIndex={-1} className="search-page">
      <h1 className="sr-only">Search {ctx.tenant.name}</h1>
      <SearchPanel key={address} asked={asked} found={found} start={<SearchStart ctx={ctx} />} />
    </main>
  );
}
