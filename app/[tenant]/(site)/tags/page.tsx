import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { tenantPage } from '@/lib/api/tenant-page';
import { readTags } from '@/lib/site/read-tags';
import { topicAddress } from '../_parts/addresses';
import { countArticles } from '../_parts/count-articles';
import { EmptyState } from '../_parts/empty-state';
import { PageTitle } from '../_parts/page-title';
import { SiteMain } from '../_parts/site-main';
import { siteMetadata } from '../_parts/site-metadata';

type Props = { params: Promise<{ tenant: string }> };

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant } = await tenantPage(params, '/tags');
  return siteMetadata(tenant, { path: '/tags', title: 'Topics' });
}

/** All topics of a site. */
export default async function TopicsPage({ params }: Props) {
  const ctx = await tenantPage(params, '/tags');
  const topics = await readTags(ctx);
  if (!topics) notFound();
  return (
    <SiteMain>
      <PageTitle title="Topics">What {ctx.tenant.name} writes about.</PageTitle>
      {topics.length === 0 ? (
        <EmptyState title="No topics yet">Articles bring their topics with them.</EmptyState>
      ) : (
        <ul className="grid gap-x-8 mid:grid-cols-2 wide:grid-cols-3">
          {topics.map(({ slug, name, postCount }) => (
            <li key={slug} className="border-line border-b">
              <SiteLink
                href={topicAddress(slug)}
                className="group flex min-h-14 items-baseline justify-between gap-4 py-3.5"
              >
                <span className="headline min-w-0 text-xl leading-tight group-hover:underline">
                  {name}
                </span>
                <span className="flex-none text-ink-3 text-sm">{countArticles(postCount)}</span>
              </SiteLink>
            </li>
          ))}
        </ul>
      )}
    </SiteMain>
  );
}
