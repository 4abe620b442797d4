import type { TagLink } from '../blog/post-summary';
import { tagsOfPosts } from '../blog/tags-of-posts';
import { searchPosts } from '../search/search-posts';
import { mostCharacters, readSearchText } from '../search/search-text';
import type { TenantContext } from '../tenancy/tenant';

/** At most this many are shown. */
export const mostFound = 50;

/** An article that was found. */
export interface FoundPost {
  id: string;
  slug: string;
  /** HTML, as the text below: everything is escaped but `<mark>` around what was found. */
  title: string;
  excerpt: string;
  isDraft: boolean;
  /** A draft that goes out by itself. */
  isScheduled: boolean;
  publishedAt: string | null;
  tags: TagLink[];
}

/** What the site shows for a search. */
export interface SearchResults {
  /** What was searched for: the beginning of what was typed. */
  text: string;
  /** There was more of it. */
  isCut: boolean;
  /** There was nothing in it to search for: no letter, no digit. */
  isWordless: boolean;
  /** The best engine is away: everything is found, but misspelt words only in titles. */
  degraded: boolean;
  /** How many there are, of which the best are here. */
  total: number;
  posts: FoundPost[];
}

interface ReadSearchOptions {
  limit?: number;
  /** Finds drafts too: for who may read all posts. */
  drafts: boolean;
}

/**
 * Finds articles for the site's search, with their topics where the tenant has any. Not cached: what
 * is typed is hardly ever typed twice, and staff find more.
 *
 * @param typed - anything at all.
 */
export async function readSearch(
  ctx: TenantContext,
  typed: string,
  { limit = mostFound, drafts }: ReadSearchOptions,
): Promise<SearchResults> {
  const signs = [...typed.trim().slice(0, mostCharacters * 4)];
  const text = signs.slice(0, mostCharacters).join('');
  const { degraded, total, hits } = await searchPosts(ctx, text, { limit, drafts });
  const tags = await topicsOf(
    ctx,
    hits.map(({ id }) => id),
  );
  return {
    ...{ text, degraded, total },
    isCut: signs.length > mostCharacters,
    isWordless: readSearchText(text) === null,
    posts: hits.map(({ id, slug, status, publishedAt, highlight }) => ({
      ...{ id, slug, publishedAt, title: highlight.title, excerpt: highlight.body },
      isDraft: status !== 'published',
      isScheduled: status === 'scheduled',
      tags: tags.get(id) ?? [],
    })),
  };
}

async function topicsOf(ctx: TenantContext, ids: string[]): Promise<Map<string, TagLink[]>> {
  if (ids.length === 0 || !ctx.tenant.settings.features.topics) return new Map();
  return ctx.db.read((tx) => tagsOfPosts(tx, ids));
}
