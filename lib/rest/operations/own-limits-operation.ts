import { z } from '@hono/zod-openapi';
import { limitNames } from '../../limit-reached';
import { readLimits } from '../../limits/read-limits';
import { operation } from '../operation';
import type { TenantRestContext } from '../rest-context';

const schema = z
  .object({
    data: z.array(
      z.object({
        name: z.enum(limitNames),
        used: z.int(),
        most: z.int().nullable().openapi({ description: 'Null is unlimited.' }),
        level: z.enum(['free', 'near', 'full']).openapi({ description: 'near: from 80 %.' }),
      }),
    ),
  })
  .openapi('Limits');

/** What the tenant has and may have, for its staff. Only the platform changes it. */
export const ownLimitsOperation = operation<TenantRestContext>({
  id: 'listLimits',
  method: 'get',
  path: '/limits',
  tag: 'Tenant',
  summary: 'What the tenant has and may have',
  permission: 'settings.read',
  answers: { 200: { description: 'One entry for each limit.', schema } },
  example: {},
  run: async ({ ctx }) => ({ status: 200, body: { data: await ctx.db.read(readLimits) } }),
});
