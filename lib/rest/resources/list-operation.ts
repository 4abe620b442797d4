import { z } from '@hono/zod-openapi';
import type { ListQuery } from '../../resources/list-query';
import type { ListPage } from '../../resources/list-records';
import { listRecords } from '../../resources/list-records';
import type { Resource } from '../../resources/resource';
import { type Operation, operation } from '../operation';
import type { RestContext } from '../rest-context';
import { type ListParams, listParams, toListQuery } from './list-params';
import { type PublicRead, readsAll } from './public-read';
import { pascal, rowSchema, toJson } from './record-shape';

const pageSchema = z
  .object({
    number: z.int().nullable().openapi({ description: 'From 1; null where a cursor was given.' }),
    size: z.int().openapi({ description: 'The most a page holds.' }),
    total: z.int(),
    estimated: z
      .boolean()
      .openapi({ description: 'True where the total is not counted: it is near, or at least so.' }),
    next: z
      .string()
      .nullable()
      .openapi({ description: 'The next page’s `cursor`; null on the last.' }),
  })
  .openapi('Page');

/** GET of a list: `{data, page}`. */
export function listOperation(
  resource: Resource,
  path: string,
  publicRead?: PublicRead,
): Operation<RestContext> {
  const row = rowSchema(resource);
  return operation({
    id: `list${pascal(resource.name)}`,
    method: 'get',
    path,
    tag: resource.label,
    summary: `List ${resource.label.toLowerCase()}`,
    description: publicRead?.words,
    permission: publicRead ? 'public' : resource.permissions.read,
    query: listParams(resource),
    answers: {
      200: {
        description: 'A page of them.',
        schema: z.object({ data: z.array(row), page: pageSchema }),
      },
    },
    problems: publicRead && resource.has.trash ? [403] : [],
    example: { query: { per_page: 5 } },
    run: async ({ ctx, query }) => {
      const params = query as ListParams;
      const asked = toListQuery(resource, params);
      const page = await read(ctx, resource, asked, publicRead);
      return { status: 200, body: toPage(resource, page, asked, params) };
    },
  });
}

function read(
  ctx: RestContext,
  resource: Resource,
  query: ListQuery,
  publicRead: PublicRead | undefined,
): Promise<ListPage> {
  if (!publicRead || readsAll(ctx, resource)) return listRecords(ctx, resource, query);
  return publicRead.list(ctx, resource, query);
}

function toPage(resource: Resource, page: ListPage, query: ListQuery, { cursor }: ListParams) {
  const { count, kind } = page.total;
  return {
    data: page.records.map((record) => toJson(resource, resource.columns, record)),
    page: {
      number: cursor === undefined ? Math.floor(query.offset / query.perPage) + 1 : null,
      size: query.perPage,
      total: count,
      estimated: kind !== 'exact',
      next: page.next,
    },
  };
}
