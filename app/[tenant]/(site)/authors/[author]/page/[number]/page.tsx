import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { decodeParam } from '@/lib/api/decode-param';
import { tenantPage } from '@/lib/api/tenant-page';
import { readAuthorPage } from '@/lib/site/read-author-page';
import { authorAddress } from '../../../../_parts/addresses';
import { AuthorListPage } from '../../../../_parts/author-list-page';
import { pageAddress } from '../../../../_parts/page-links';
import { readPageNumber } from '../../../../_parts/read-page-number';
import { siteMetadata } from '../../../../_parts/site-metadata';

type Params = Promise<{ tenant: string; author: string; number: string }>;

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { tenant, list } = await enterAuthorPage(params);
  const path = pageAddress(authorAddress(list.author.slug), list.page);
  return siteMetadata(tenant, { path, title: `${list.author.name}, page ${list.page}` });
}

/** Older articles of an author. */
export default async function AuthorArticlesByNumber({ params }: { params: Params }) {
  const { tenant, list } = await enterAuthorPage(params);
  return <AuthorListPage tenant={tenant} list={list} />;
}

const enterAuthorPage = cache(async (params: Params) => {
  const { author: written, number } = await params;
  const ctx = await tenantPage(params, `/authors/${written}/page/${number}`);
  const [slug, page] = [decodeParam(written), readPageNumber(number)];
  if (slug === null || page === null) notFound();
  if (page === 1) permanentRedirect(ctx.tenant.basePath + authorAddress(slug));
  const list = await readAuthorPage(ctx, slug, page);
  if (!list) notFound();
  return { tenant: ctx.tenant, list };
});
