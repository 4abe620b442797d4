import type { ShownPicture } from '../media/media-address';

/** A post as lists show it. Plain data: it travels through the cache. Times are ISO strings. */
export interface PostSummary {
  id: string;
  slug: string;
  title: string;
  description: string;
  publishedAt: string;
  readingMinutes: number;
  /** `slug` names the author's page; null for one who is in the trash. */
  author: { name: string; slug: string | null };
  tags: TagLink[];
  /** Null for one without a picture, which gets a drawing. */
  cover: ShownPicture | null;
}

export interface TagLink {
  slug: string;
  name: string;
}

export interface PostLink {
  slug: string;
  title: string;
  cover: ShownPicture | null;
}

/** A post as its own page shows it. */
export interface PostView extends PostSummary {
  /** Markdown. */
  body: string;
  /** Those of the site's own whose addresses stand in the body. */
  pictures: ShownPicture[];
  updatedAt: string;
  newer: PostLink | null;
  older: PostLink | null;
  /** What search engines are told instead; empty for the same. */
  seo: { title: string; description: string; canonicalUrl: string };
  /** Others about the same topics. */
  related: PostLink[];
}
