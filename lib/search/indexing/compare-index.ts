import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { searchEntries } from '../../db/schema/platform';
import { posts } from '../../db/schema/tenant';
import { elasticsearchClient } from '../elasticsearch/elasticsearch-client';
import type { SearchContext } from '../search-engine';

const rowsAtOnce = 1000;

/** What an index and the database do not agree on. */
export interface IndexDrift {
  /** Ids of posts that the index lacks, or knows in an earlier state. */
  stale: string[];
  /** Ids of posts that are only in the index, each with the version there. */
  extra: { postId: string; version: number }[];
}

/**
 * Compares every document of the tenant with the database. Count and sum of versions come first; only
 * where they differ is the index read through. What is not sent yet counts as known.
 *
 * @param alias - of the tenant's own.
 */
export async function compareIndex(ctx: SearchContext, alias: string): Promise<IndexDrift> {
  await (await elasticsearchClient()).indices.refresh({ index: alias });
  if (await agreesAtAGlance(ctx, alias)) return { stale: [], extra: [] };
  const inIndex = await readIndex(ctx.tenant.id, alias);
  const drift: IndexDrift = { stale: [], extra: [] };
  for await (const { postId, version, isPending } of readEntries(ctx)) {
    const there = inIndex.get(postId);
    inIndex.delete(postId);
    const isSame = there?.field === version && there?.version === version;
    if (!isSame && !isPending) drift.stale.push(postId);
  }
  drift.extra = [...inIndex].map(([postId, { version }]) => ({ postId, version }));
  return drift;
}

async function agreesAtAGlance({ tenant, db }: SearchContext, alias: string): Promise<boolean> {
  const { aggregations, hits } = await (await elasticsearchClient()).search({
    index: alias,
    ...{ size: 0, track_total_hits: true, query: { term: { tenant_id: tenant.id } } },
    aggs: { versions: { sum: { field: 'version' } } },
  });
  const total = typeof hits.total === 'number' ? hits.total : hits.total?.value;
  const sum = aggregations?.versions as { value: number } | undefined;
  const [row] = await db.read((tx) =>
    tx
      .select({
        count: sql<number>`count(*)::int`,
        versions: sql<number>`coalesce(sum(${searchEntries.version}), 0)::float8`,
        unknown: sql<number>`count(*) filter (where ${searchEntries.version} is null)::int`,
      })
      .from(posts)
      .leftJoin(searchEntries, eq(searchEntries.postId, posts.id))
      .where(isNull(posts.deletedAt)),
  );
  return row?.count === total && row?.versions === sum?.value && row?.unknown === 0;
}

/** By post: the version as the engine counts it, and as the document says. */
type Known = Map<string, { version: number; field: number }>;

async function readIndex(tenantId: string, alias: string): Promise<Known> {
  const found: Known = new Map();
  for (let after: string[] | undefined; ; ) {
    const { hits } = await (await elasticsearchClient()).search<{
      post_id: string;
      version: number;
    }>({
      index: alias,
      query: { term: { tenant_id: tenantId } },
      ...{ version: true, _source: ['post_id', 'version'] },
      sort: [{ post_id: { order: 'asc' } }],
      size: rowsAtOnce,
      search_after: after,
    });
    for (const { _source, _version = 0 } of hits.hits) {
      if (_source) found.set(_source.post_id, { version: _version, field: _source.version });
    }
    const last = hits.hits.at(-1)?._source;
    if (hits.hits.length < rowsAtOnce || !last) return found;
    after = [last.post_id];
  }
}

interface LivingEntry {
  postId: string;
  /** Null for a post that was never noted down. */
  version: number | null;
  isPending: boolean;
}

async function* readEntries({ db }: SearchContext): AsyncGenerator<LivingEntry> {
  for (let after: string | undefined; ; ) {
    const rows = await db.read((tx) =>
      tx
        .select({
          postId: posts.id,
          version: searchEntries.version,
          isPending: sql<boolean>`coalesce(${searchEntries.isPending}, false)`,
        })
        .from(posts)
        .leftJoin(searchEntries, eq(searchEntries.postId, posts.id))
        .where(and(isNull(posts.deletedAt), after ? gt(posts.id, after) : undefined))
        .orderBy(posts.id)
        .limit(rowsAtOnce),
    );
    yield* rows;
    after = rows.at(-1)?.postId;
    if (rows.length < rowsAtOnce) return;
  }
}
