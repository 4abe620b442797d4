import type { ScopedDb } from '../db/scoped-db';
import type { TenantInfo } from '../tenancy/tenant';
import type { SearchText } from './search-text';

/** What is asked of an engine. */
export interface SearchQuery extends SearchText {
  /** Finds what is not published, too: for staff alone. */
  drafts: boolean;
  /** At most this many hits, 1 to 100. */
  limit: number;
}

/** A post that was found. */
export interface SearchHit {
  id: string;
  slug: string;
  title: string;
  description: string;
  status: 'draft' | 'scheduled' | 'published';
  publishedAt: string | null;
  /** HTML: text with `<mark>` around what was found, and nothing else that is not escaped. */
  highlight: { title: string; body: string };
}

export interface SearchFindings {
  /** How many there are, as far as they were counted. */
  total: number;
  /** The best first. */
  hits: SearchHit[];
}

/** The tenant to look in; a context is one. */
export interface SearchContext {
  tenant: Pick<TenantInfo, 'id'>;
  db: ScopedDb;
}

/** Something that finds posts of one tenant: the context's, never another one. */
export interface SearchEngine {
  name: 'postgres' | 'elasticsearch';
  search(ctx: SearchContext, query: SearchQuery): Promise<SearchFindings>;
}
