import type { Metadata } from 'next';
import { mediaAddress, type ShownPicture } from '@/lib/media/media-address';
import type { TenantInfo } from '@/lib/tenancy/tenant';

interface PageFacts {
  /** Public path of the page, with its slash. */
  path: string;
  /** Absent on the home page, which carries the tenant's name alone. */
  title?: string;
  description?: string;
  /** Where the text was published first, if not here. */
  original?: string;
  article?: {
    slug: string;
    cover: ShownPicture | null;
    publishedAt: string;
    updatedAt: string;
    author: { name: string };
    tags: { name: string }[];
  };
}

/** Metadata of a public page: every address in it is one of the tenant's primary host. */
export function siteMetadata(tenant: TenantInfo, page: PageFacts): Metadata {
  const url = tenant.homeUrl + (page.path === '/' ? '' : page.path);
  const description = page.description || tenant.settings.description || undefined;
  return {
    // The frame's metadata adds the tenant's name behind it.
    ...(page.title ? { title: page.title } : {}),
    description,
    alternates: { canonical: page.original || url, ...feedOf(tenant) },
    openGraph: {
      url,
      title: page.title ?? tenant.name,
      description,
      siteName: tenant.name,
      ...openGraphOf(tenant, page),
    },
    twitter: { card: page.article ? 'summary_large_image' : 'summary' },
  };
}

function feedOf({ homeUrl, name, settings }: TenantInfo) {
  if (!settings.features.feed) return {};
  return {
    types: {
      'application/rss+xml': [{ url: `${homeUrl}/feed.xml`, title: name }],
      'application/feed+json': [{ url: `${homeUrl}/feed.json`, title: name }],
    },
  };
}

function openGraphOf({ homeUrl, name }: TenantInfo, { title, article }: PageFacts) {
  if (!article) return { type: 'website' as const };
  return {
    type: 'article' as const,
    images: [pictureOf(homeUrl, article, title ?? name)],
    publishedTime: article.publishedAt,
    modifiedTime: article.updatedAt,
    authors: [article.author.name],
    tags: article.tags.map((tag) => tag.name),
  };
}

type Article = NonNullable<PageFacts['article']>;

/** The article's own picture, or the one that is drawn for it. */
function pictureOf(homeUrl: string, { slug, cover }: Article, title: string) {
  if (!cover) {
    const url = `${homeUrl}/og/${encodeURIComponent(slug)}`;
    return { url, width: 1200, height: 630, alt: title };
  }
  const { width, height, alt } = cover;
  return { url: homeUrl + mediaAddress(cover), width, height, alt: alt || title };
}
