import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { tenantPage } from '@/lib/api/tenant-page';
import { readArchivePage } from '@/lib/site/read-archive-page';
import { periodAddress } from '../../_parts/addresses';
import { PageLinks, pageAddress } from '../../_parts/page-links';
import { PageTitle } from '../../_parts/page-title';
import { periodName } from '../../_parts/period-name';
import { PostLines } from '../../_parts/post-lines';
import { readPeriod } from '../../_parts/read-period';
import { SiteMain } from '../../_parts/site-main';
import { siteMetadata } from '../../_parts/site-metadata';

type Params = Promise<{ tenant: string; period: string[] }>;

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { tenant, period, list } = await enterPeriod(params);
  const name = periodName(period, tenant.settings);
  return siteMetadata(tenant, {
    path: pageAddress(periodAddress(period), list.page),
    title: list.page === 1 ? name : `${name}, page ${list.page}`,
  });
}

/** What was published in a year or a month, in lines. */
export default async function ArchivePeriodPage({ params }: { params: Params }) {
  const { tenant, period, list } = await enterPeriod(params);
  const up = period.month ? { year: period.year } : null;
  return (
    <SiteMain>
      <PageTitle title={periodName(period, tenant.settings)}>
        Articles of {tenant.name}.{' '}
        <SiteLink className="link" href={up ? periodAddress(up) : '/archive'}>
          {up ? `All of ${up.year}` : 'All years'}
        </SiteLink>
      </PageTitle>
      <PostLines posts={list.posts} dates={tenant.settings} level="h2" />
      <PageLinks base={periodAddress(period)} page={list.page} hasOlder={list.hasOlder} />
    </SiteMain>
  );
}

const enterPeriod = cache(async (params: Params) => {
  const { period: written } = await params;
  const ctx = await tenantPage(params, `/archive/${written.join('/')}`);
  const asked = readPeriod(written);
  if (!asked) notFound();
  const { page, ...period } = asked;
  if (page === 1 && written.includes('page')) {
    permanentRedirect(ctx.tenant.basePath + periodAddress(period));
  }
  const list = await readArchivePage(ctx, period, page);
  if (!list) notFound();
  return { tenant: ctx.tenant, period, list };
});
