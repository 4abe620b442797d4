import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { decodeParam } from '@/lib/api/decode-param';
import { tenantPage } from '@/lib/api/tenant-page';
import { readTagPage } from '@/lib/site/read-tag-page';
import { topicAddress } from '../../../../_parts/addresses';
import { pageAddress } from '../../../../_parts/page-links';
import { readPageNumber } from '../../../../_parts/read-page-number';
import { siteMetadata } from '../../../../_parts/site-metadata';
import { TopicListPage } from '../../../../_parts/topic-list-page';

type Params = Promise<{ tenant: string; tag: string; number: string }>;

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { tenant, list } = await enterTopicPage(params);
  const path = pageAddress(topicAddress(list.tag.slug), list.page);
  return siteMetadata(tenant, { path, title: `${list.tag.name}, page ${list.page}` });
}

/** Older articles of a topic. */
export default async function TopicPageByNumber({ params }: { params: Params }) {
  const { tenant, list } = await enterTopicPage(params);
  return <TopicListPage tenant={tenant} list={list} />;
}

const enterTopicPage = cache(async (params: Params) => {
  const { tag: written, number } = await params;
  const ctx = await tenantPage(params, `/tags/${written}/page/${number}`);
  const [slug, page] = [decodeParam(written), readPageNumber(number)];
  if (slug === null || page === null) notFound();
  if (page === 1) permanentRedirect(ctx.tenant.basePath + topicAddress(slug));
  const list = await readTagPage(ctx, slug, page);
  if (!list || list.posts.length === 0) notFound();
  return { tenant: ctx.tenant, list };
});
