import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formatExactly } from '@/app/_screens/format-moment';
import { findPreview } from '@/lib/admin/publishing/find-preview';
import { readPreviewToken } from '@/lib/admin/publishing/preview-token';
import { tenantPage } from '@/lib/api/tenant-page';
import { renderMarkdown } from '@/lib/markdown/render-markdown';
import { PostArticle } from '../../_parts/post-article';
import { PreviewNotice } from './_parts/preview-notice';
import { PreviewOver } from './_parts/preview-over';

type Props = { params: Promise<{ tenant: string; token: string }> };

export const dynamic = 'force-dynamic';

/** Nobody is to find it, and where it leads is not to learn of its address. */
export const metadata: Metadata = {
  title: 'Preview',
  robots: { index: false, follow: false, noarchive: true },
  referrer: 'no-referrer',
};

/** A post that is not public, or not yet so, as it will look; for whoever was given the address. */
export default async function PreviewPage({ params }: Props) {
  const { token } = await params;
  const ctx = await tenantPage(params, `/preview/${token}`);
  const named = readPreviewToken(ctx.tenant.id, token);
  if (!named) notFound();
  if (named.isOver) return <PreviewOver />;
  const post = await findPreview(ctx, named.postId);
  if (!post) notFound();
  const { content, headings } = renderMarkdown(post.body, {
    basePath: ctx.tenant.basePath,
    pictures: post.pictures,
  });
  const { settings } = ctx.tenant;
  return (
    <>
      <PreviewNotice until={formatExactly(named.until.toISOString(), settings)} />
      <PostArticle post={post} dates={settings} headings={headings}>
        {content}
      </PostArticle>
    </>
  );
}
