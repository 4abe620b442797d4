import { and, asc, desc, eq, exists, isNull, sql } from 'drizzle-orm';
import { posts, postTags, tags } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { findRecord } from '../../resources/find-record';
import { filterConditions } from '../../resources/list-conditions';
import type { ListQuery } from '../../resources/list-query';
import type { ListPage } from '../../resources/list-records';
import type { Resource } from '../../resources/resource';
import { columnOf } from '../../resources/table-columns';
import { timeZoneOf } from '../../resources/time-zone-of';
import { toRecord } from '../../resources/to-record';
import { ApiProblem } from '../answer/api-problem';
import type { RestContext } from '../rest-context';
import { asReader, type PublicRead, refuseTrash } from './public-read';

/** Topics of published posts are public; one that only drafts have would tell what they are about. */
export const publicTags: PublicRead = {
  words: 'Those of published posts for everybody; all of them for who may read all tags.',
  list: async (ctx, resource, query) => {
    refuseTrash(query);
    return listPublic(ctx, resource, query);
  },
  find: async (ctx, resource, id) => {
    const record = await findRecord(asReader(ctx, resource), resource, id);
    const isPublic = record && (await ctx.db.read((tx) => isUsed(tx, record.id)));
    return isPublic ? record : null;
  },
};

async function listPublic(
  ctx: RestContext,
  resource: Resource,
  query: ListQuery,
): Promise<ListPage> {
  const { q, offset, perPage, sort } = query;
  if (query.after) throw new ApiProblem(400, 'This list has pages by number only.');
  const direction = sort.startsWith('-') ? desc : asc;
  const rows = await ctx.db.read((tx) =>
    tx
      .select()
      .from(tags)
      .where(
        and(filterConditions(tx, resource, query, timeZoneOf(ctx)), usedInPublic(tx), named(q)),
      )
      .orderBy(direction(columnOf(tags, sort.replace(/^-/, ''))), direction(tags.id))
      .limit(mostTags),
  );
  const records = rows.slice(offset, offset + perPage);
  return {
    records: records.map((row) => toRecord(resource, resource.columns, row)),
    next: null,
    previous: null,
    total: { count: rows.length, kind: rows.length < mostTags ? 'exact' : 'atLeast' },
    notices: [],
  };
}

const mostTags = 1000;

async function isUsed(tx: ScopedTx, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.id, id), usedInPublic(tx)));
  return rows.length > 0;
}

function usedInPublic(tx: ScopedTx) {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(postTags)
      .innerJoin(posts, eq(posts.id, postTags.postId))
      .where(
        and(eq(postTags.tagId, tags.id), eq(posts.status, 'published'), isNull(posts.deletedAt)),
      ),
  );
}

function named(q: string) {
  if (q === '') return undefined;
  return sql`strpos(lower(${tags.name} || ' ' || ${tags.slug}), lower(${q})) > 0`;
}
