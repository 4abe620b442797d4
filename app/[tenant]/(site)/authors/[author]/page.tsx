import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { decodeParam } from '@/lib/api/decode-param';
import { tenantPage } from '@/lib/api/tenant-page';
import { readAuthorPage } from '@/lib/site/read-author-page';
import { authorAddress } from '../../_parts/addresses';
import { AuthorListPage } from '../../_parts/author-list-page';
import { siteMetadata } from '../../_parts/site-metadata';

type Params = Promise<{ tenant: string; author: string }>;

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { tenant, list } = await enterAuthor(params);
  return siteMetadata(tenant, { path: authorAddress(list.author.slug), title: list.author.name });
}

/** The newest articles of an author. */
export default async function AuthorArticles({ params }: { params: Params }) {
  const { tenant, list } = await enterAuthor(params);
  return <AuthorListPage tenant={tenant} list={list} />;
}

const enterAuthor = cache(async (params: Params) => {
  const { author: written } = await params;
  const ctx = await tenantPage(params, `/authors/${written}`);
  const slug = decodeParam(written);
  const list = slug === null ? null : await readAuthorPage(ctx, slug, 1);
  if (!list) notFound();
  return { tenant: ctx.tenant, list };
});
