import { ImageResponse } from 'next/og';
import { decodeParam } from '@/lib/api/decode-param';
import { tenantRoute } from '@/lib/api/tenant-route';
import { AppError } from '@/lib/errors';
import { readPost } from '@/lib/site/read-post';
import { createAccent } from '@/lib/theme/accent';
import { coverSvg } from '@/lib/ui/draw-cover';
import { SharePicture } from './share-picture';

const SIZE = { width: 1200, height: 630 };
// A day at shared caches, ten minutes at a browser: the title may change under the same address.
const CACHING = 'public, max-age=600, s-maxage=86400, stale-while-revalidate=604800';

/** The picture that stands for an article where its address is shared (S2.56 theme colours). */
export const GET = tenantRoute<{ tenant: string; slug: string }>(async (ctx, { params }) => {
  const slug = decodeParam(params.slug);
  const post = slug === null ? null : await readPost(ctx, slug);
  if (!post) throw new AppError('not_found', 'There is no article at this address.');
  const { brand, onBrand, accent, accentSoft, accentLine } = createAccent(
    ctx.tenant.settings.brandColor,
  );
  const tints = { ground: accentSoft.light, tone: accentLine.light, full: accent.light };
  const picture = (
    <SharePicture
      post={post}
      tenant={{ name: ctx.tenant.name, host: ctx.tenant.primaryHost, brand, onBrand }}
      ground={accentSoft.light}
      topicColor={accent.light}
      cover={`data:image/svg+xml;base64,${Buffer.from(coverSvg(post.slug, tints)).toString('base64')}`}
    />
  );
  return new ImageResponse(picture, { ...SIZE, headers: { 'cache-control': CACHING } });
});
