import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { tenantPage } from '@/lib/api/tenant-page';
import { readBlogPage } from '@/lib/site/read-blog-page';
import { BlogList } from '../../../_parts/blog-list';
import { readPageNumber } from '../../../_parts/read-page-number';
import { siteMetadata } from '../../../_parts/site-metadata';

type Props = { params: Promise<{ tenant: string; number: string }> };

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = `/blog/page/${(await params).number}`;
  const { tenant } = await tenantPage(params, path);
  return siteMetadata(tenant, { path, title: `Articles, page ${(await params).number}` });
}

/** Older articles. Beyond the last page there is nothing, and it says so with a 404. */
export default async function BlogPageByNumber({ params }: Props) {
  const { number } = await params;
  const ctx = await tenantPage(params, `/blog/page/${number}`);
  const page = readPageNumber(number);
  if (page === null) notFound();
  if (page === 1) permanentRedirect('/blog');
  const list = await readBlogPage(ctx, page);
  if (list.posts.length === 0) notFound();
  return <BlogList tenant={ctx.tenant} list={list} />;
}
