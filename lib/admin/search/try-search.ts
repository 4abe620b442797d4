import type { MemberContext } from '../../auth/viewer';
import { searchPosts } from '../../search/search-posts';

/** What readers find by a text. */
export interface TriedSearch {
  typed: string;
  engine: 'PostgreSQL' | 'Elasticsearch';
  /** The engine that was to answer did not. */
  degraded: boolean;
  total: number;
  hits: { id: string; slug: string; title: string; description: string }[];
}

const most = 10;
const longest = 200;

/** Searches as a reader does: what is published, and nothing else. */
export async function trySearch(ctx: MemberContext, text: string): Promise<TriedSearch | null> {
  const typed = text.trim().slice(0, longest);
  if (typed === '') return null;
  const { engine, degraded, total, hits } = await searchPosts(ctx, typed, { limit: most });
  return {
    ...{ typed, degraded, total },
    engine: engine === 'postgres' ? 'PostgreSQL' : 'Elasticsearch',
    hits: hits.map(({ id, slug, title, description }) => ({ id, slug, title, description })),
  };
}
