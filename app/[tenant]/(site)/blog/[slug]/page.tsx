import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { decodeParam } from '@/lib/api/decode-param';
import { tenantPage } from '@/lib/api/tenant-page';
import { renderMarkdown } from '@/lib/markdown/render-markdown';
import { readComments } from '@/lib/site/read-comments';
import { readMovedPost } from '@/lib/site/read-moved-post';
import { readPost } from '@/lib/site/read-post';
import { postAddress } from '../../_parts/addresses';
import { PostArticle } from '../../_parts/post-article';
import { LiveReaders } from '../../_parts/site-live';
import { siteMetadata } from '../../_parts/site-metadata';
import { StructuredData } from '../../_parts/structured-data';

type Params = Promise<{ tenant: string; slug: string }>;

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { tenant, post } = await enterPost(params);
  const { title, description, seo } = post;
  return siteMetadata(tenant, {
    path: postAddress(post.slug),
    title: seo.title || title,
    description: seo.description || description,
    original: seo.canonicalUrl,
    article: post,
  });
}

/** One article. */
export default async function PostPage({ params }: { params: Params }) {
  const { ctx, tenant, post } = await enterPost(params);
  const comments = await readComments(ctx, post.id);
  const { content, headings } = renderMarkdown(post.body, {
    basePath: tenant.basePath,
    pictures: post.pictures,
  });
  return (
    <PostArticle {...{ post, headings, comments }} dates={tenant.settings}>
      {content}
      <LiveReaders slug={post.slug} />
      <StructuredData tenant={tenant} post={post} />
    </PostArticle>
  );
}

const enterPost = cache(async (params: Params) => {
  const { slug: written } = await params;
  const ctx = await tenantPage(params, `/blog/${written}`);
  const slug = decodeParam(written);
  if (slug === null) notFound();
  const post = await readPost(ctx, slug);
  if (post) return { ctx, tenant: ctx.tenant, post };
  const moved = await readMovedPost(ctx, slug);
  if (!moved) notFound();
  permanentRedirect(ctx.tenant.basePath + postAddress(moved));
});
