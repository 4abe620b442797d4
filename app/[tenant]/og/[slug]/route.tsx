import { ImageResponse } from 'next/og';
import { decodeParam } from '@/lib/api/decode-param';
import { tenantRoute } from '@/lib/api/tenant-route';
import { AppError } from '@/lib/errors';
import { readPost } from '@/lib/site/read-post';
import { createAccent } from '@/lib/theme/accent';
import { coverSvg } from '@/lib/ui/draw-cover';
import { drawable } from '@/lib/ui/drawable-text';
import { SharePicture } from './share-picture';

const SIZE = { width: 1200, height: 630 };
// The title may change under the same address, and a post may be taken down.
const CACHING = 'public, max-age=600';

/** The picture that stands for an article where its address is shared (S2.56 theme colours). */
export const GET = tenantRoute<{ tenant: string; slug: string }>(
  async (ctx, { params }) => {
    const slug = decodeParam(params.slug);
    const post = slug === null ? null : await readPost(ctx, slug);
    if (!post) throw new AppError('not_found', 'There is no article at this address.');
    const { brand, onBrand, accent, accentSoft, accentLine } = createAccent(
      ctx.tenant.settings.brandColor,
    );
    const tints = { ground: accentSoft.light, tone: accentLine.light, full: accent.light };
    const picture = (
      <SharePicture
        post={{
          ...post,
          title: drawable(post.title),
          author: { name: drawable(post.author.name) },
          tags: post.tags.map((tag) => ({ ...tag, name: drawable(tag.name) })),
        }}
        tenant={{ name: drawable(ctx.tenant.name), host: ctx.tenant.primaryHost, brand, onBrand }}
        ground={accentSoft.light}
        topicColor={accent.light}
        cover={`data:image/svg+xml;base64,${Buffer.from(coverSvg(post.slug, tints)).toString('base64')}`}
      />
    );
    // Drawn here and now: what fails inside a stream comes after the door and is nobody's to answer.
    const drawn = await new ImageResponse(picture, SIZE).arrayBuffer();
    return new Response(drawn, {
      headers: { 'content-type': 'image/png', 'cache-control': CACHING },
    });
  },
  { permission: 'public' },
);
