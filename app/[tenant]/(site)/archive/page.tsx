import type { Metadata } from 'next';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { tenantPage } from '@/lib/api/tenant-page';
import { readArchive } from '@/lib/site/read-archive';
import { periodAddress } from '../_parts/addresses';
import { countArticles } from '../_parts/count-articles';
import { EmptyState } from '../_parts/empty-state';
import { PageTitle } from '../_parts/page-title';
import { periodName } from '../_parts/period-name';
import { SiteMain } from '../_parts/site-main';
import { siteMetadata } from '../_parts/site-metadata';

type Props = { params: Promise<{ tenant: string }> };

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant } = await tenantPage(params, '/archive');
  return siteMetadata(tenant, { path: '/archive', title: 'Archive' });
}

/** The years and months in which articles were published. */
export default async function ArchivePage({ params }: Props) {
  const ctx = await tenantPage(params, '/archive');
  const years = await readArchive(ctx);
  const { name, settings } = ctx.tenant;
  return (
    <SiteMain>
      <PageTitle title="Archive">All articles of {name}, by month.</PageTitle>
      {years.length === 0 ? (
        <EmptyState title="Nothing is published yet">
          Articles are listed here by the month they are published in.
        </EmptyState>
      ) : null}
      {years.map(({ year, postCount, months }) => (
        <section key={year}>
          <div className="mt-10 mb-2 flex items-baseline justify-between gap-4">
            <h2 className="headline text-2xl">
              <SiteLink className="hover:underline" href={periodAddress({ year })}>
                {year}
              </SiteLink>
            </h2>
            <span className="text-ink-3 text-sm">{countArticles(postCount)}</span>
          </div>
          <ul className="grid gap-x-8 mid:grid-cols-2 wide:grid-cols-3">
            {months.map((one) => (
              <li key={one.month} className="border-line border-b">
                <SiteLink
                  href={periodAddress(one)}
                  className="group flex min-h-12 items-baseline justify-between gap-4 py-3"
                >
                  <span className="headline text-lg group-hover:underline">
                    {periodName(one, settings, false)}
                  </span>
                  <span className="text-ink-3 text-sm">{countArticles(one.postCount)}</span>
                </SiteLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </SiteMain>
  );
}
