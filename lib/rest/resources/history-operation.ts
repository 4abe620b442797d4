import { z } from '@hono/zod-openapi';
import { recordHistory } from '../../resources/record-history';
import type { Resource } from '../../resources/resource';
import { type Operation, operation } from '../operation';
import type { RestContext } from '../rest-context';
import { idKind, type ResourceExamples } from './record-operations';
import { typeName } from './record-shape';

const version = z
  .object({
    version: z.int(),
    at: z.string(),
    by: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
    current: z.boolean(),
    changes: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  })
  .openapi('Version');

/** GET of what a record was, newest first. */
export function historyOperation(
  resource: Resource,
  path: string,
  { id }: ResourceExamples,
): Operation<RestContext> {
  const { singular, label: tag, permissions } = resource;
  return operation({
    id: `list${typeName(resource)}Versions`,
    method: 'get',
    path: `${path}/{id}/history`,
    tag,
    summary: `See how a ${singular} came to be`,
    permission: permissions.read,
    ids: idKind(resource),
    query: z.strictObject({
      before: z.coerce
        .number()
        .int()
        .min(1)
        .max(2_147_483_647)
        .optional()
        .openapi({ description: '`older` of the page before.' }),
    }),
    answers: {
      200: {
        description: 'Its versions, newest first.',
        schema: z.object({ data: z.array(version), older: z.int().nullable() }),
      },
    },
    example: id === undefined ? undefined : { params: { id } },
    run: async ({ ctx, params, query }) => {
      const { versions, older } = await recordHistory(ctx, resource, String(params.id), query);
      const data = versions.map(({ changes, ...one }) => ({
        ...one,
        changes: changes.map(({ kind: _kind, ...change }) => change),
      }));
      return { status: 200, body: { data, older } };
    },
  });
}
