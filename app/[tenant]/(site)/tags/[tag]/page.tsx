import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { decodeParam } from '@/lib/api/decode-param';
import { tenantPage } from '@/lib/api/tenant-page';
import { readTagPage } from '@/lib/site/read-tag-page';
import { topicAddress } from '../../_parts/addresses';
import { siteMetadata } from '../../_parts/site-metadata';
import { TopicListPage } from '../../_parts/topic-list-page';

type Params = Promise<{ tenant: string; tag: string }>;

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { tenant, list } = await enterTopic(params);
  return siteMetadata(tenant, { path: topicAddress(list.tag.slug), title: list.tag.name });
}

/** The newest articles of a topic. */
export default async function TopicPage({ params }: { params: Params }) {
  const { tenant, list } = await enterTopic(params);
  return <TopicListPage tenant={tenant} list={list} />;
}

const enterTopic = cache(async (params: Params) => {
  const { tag: written } = await params;
  const ctx = await tenantPage(params, `/tags/${written}`);
  const slug = decodeParam(written);
  const list = slug === null ? null : await readTagPage(ctx, slug, 1);
  if (!list) notFound();
  return { tenant: ctx.tenant, list };
});
