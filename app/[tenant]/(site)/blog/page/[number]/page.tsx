import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { tenantPage } from '@/lib/api/tenant-page';
import { readBlogPage } from '@/lib/site/read-blog-page';
import { BlogList } from '../../../_parts/blog-list';
import { readPageNumber } from '../../../_parts/read-page-number';
import { siteMetadata } from '../../../_parts/site-metadata';

type Params = Promise<{ tenant: string; number: string }>;

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { tenant, list } = await enterBlogPage(params);
  const path = `/blog/page/${list.page}`;
  return siteMetadata(tenant, { path, title: `Articles, page ${list.page}` });
}

/** Older articles. Beyond the last page there is nothing, and it says so with a 404. */
export default async function BlogPageByNumber({ params }: { params: Params }) {
  const { tenant, list } = await enterBlogPage(params);
  return <BlogList tenant={tenant} list={list} />;
}

const enterBlogPage = cache(async (params: Params) => {
  const { number } = await params;
  const ctx = await tenantPage(params, `/blog/page/${number}`);
  const page = readPageNumber(number);
  if (page === null) notFound();
  if (page === 1) permanentRedirect(`${ctx.tenant.basePath}/blog`);
  const list = await readBlogPage(ctx, page);
  if (list.posts.length === 0) notFound();
  return { tenant: ctx.tenant, list };
});
