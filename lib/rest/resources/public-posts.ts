import { findRecord } from '../../resources/find-record';
import type { ListQuery } from '../../resources/list-query';
import { type ListPage, listRecords } from '../../resources/list-records';
import { asReader, type PublicRead, refuseTrash } from './public-read';

/** Published posts are for everybody; drafts are nobody's business but the staff's. */
export const publicPosts: PublicRead = {
  words: 'Published ones for everybody; drafts and the trash only for who may read all posts.',
  list: async (ctx, resource, query) => {
    refuseTrash(query);
    const narrowed = onlyPublished(query);
    return narrowed ? listRecords(asReader(ctx, resource), resource, narrowed) : noPage;
  },
  find: async (ctx, resource, id) => {
    const record = await findRecord(asReader(ctx, resource), resource, id);
    return record?.values.status === 'published' ? record : null;
  },
};

const noPage: ListPage = {
  records: [],
  next: null,
  previous: null,
  total: { count: 0, kind: 'exact' },
  notices: [],
};

function onlyPublished(query: ListQuery): ListQuery | null {
  const { status } = query.filters;
  if (status?.kind === 'oneOf' && !status.values.includes('published')) return null;
  const filters = { ...query.filters, status: { kind: 'oneOf', values: ['published'] } } as const;
  return { ...query, filters: filters as unknown as ListQuery['filters'] };
}
