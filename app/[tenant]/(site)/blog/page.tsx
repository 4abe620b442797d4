import type { Metadata } from 'next';
import { tenantPage } from '@/lib/api/tenant-page';
import { readBlogPage } from '@/lib/site/read-blog-page';
import { BlogList } from '../_parts/blog-list';
import { siteMetadata } from '../_parts/site-metadata';

type Props = { params: Promise<{ tenant: string }> };

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant } = await tenantPage(params, '/blog');
  return siteMetadata(tenant, { path: '/blog', title: 'Articles' });
}

/** The newest articles. */
export default async function BlogIndexPage({ params }: Props) {
  const ctx = await tenantPage(params, '/blog');
  return <BlogList tenant={ctx.tenant} list={await readBlogPage(ctx, 1)} />;
}
