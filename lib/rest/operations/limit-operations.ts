import { z } from '@hono/zod-openapi';
import { readDefaultLimits, setDefaultLimits } from '../../console/limits/default-limits';
import { limitNumber } from '../../console/limits/limit-input';
import { readTenantLimits, type TenantLimits } from '../../console/limits/read-tenant-limits';
import { setTenantLimits } from '../../console/limits/set-tenant-limits';
import type { PlatformContext } from '../../console/platform-context';
import { tenantsResource } from '../../console/resources/tenants';
import { AppError } from '../../errors';
import { type LimitName, limitNames } from '../../limit-reached';
import { type Operation, operation } from '../operation';
import type { PlatformRestContext } from '../rest-context';

/** An object with one value for each limit. */
function each<T extends z.ZodType>(schemaOf: (name: LimitName) => T) {
  const entries = limitNames.map((name) => [name, schemaOf(name)]);
  return z.strictObject(Object.fromEntries(entries) as Record<LimitName, T>);
}

const number = z.int().nullable().openapi({ description: 'Null is unlimited.' });
const defaultsSchema = each(() => number).openapi('DefaultLimits');
const defaultChanges = each((name) => limitNumber(name).nullable().optional()).openapi(
  'DefaultLimitChanges',
);

const cache = {
  backend: z.enum(['memory', 'postgres', 'redis']).nullable(),
  timeoutSeconds: z.int().min(1).max(2_592_000),
  mostKeys: z.int().min(1).max(1_000_000),
};

const limitsSchema = z
  .object({
    limits: each(() => z.object({ used: z.int(), most: number, isDefault: z.boolean() })),
    cache: z.object(cache),
  })
  .openapi('TenantLimits');

const changes = z
  .strictObject({
    limits: each((name) =>
      z
        .union([limitNumber(name), z.literal('default')])
        .nullable()
        .optional(),
    ).optional(),
    cache: z.strictObject(cache).partial().optional(),
  })
  .openapi('TenantLimitChanges');

const base = { tag: 'Limits', permission: tenantsResource.permissions.write } as const;
const answers = { 200: { description: 'The limits as they are now.', schema: limitsSchema } };

/** What tenants may have (S2.47). Requests are counted by the minute; storage is in bytes. */
export const limitOperations: Operation<PlatformRestContext>[] = [
  operation({
    ...base,
    id: 'getTenantLimits',
    method: 'get',
    path: '/platform/tenants/{id}/limits',
    summary: 'Get what a tenant has and may have',
    answers,
    run: async ({ ctx, params }) => {
      const id = String(params.id).toLowerCase();
      return { status: 200, body: given(await readTenantLimits(known(ctx), id)) };
    },
  }),
  operation({
    ...base,
    id: 'updateTenantLimits',
    method: 'patch',
    path: '/platform/tenants/{id}/limits',
    summary: 'Change what a tenant may have',
    description:
      'What you do not name stays as it is. A number, null for unlimited, or "default" for what every tenant may have. A changed cache begins empty.',
    body: changes,
    answers,
    run: async ({ ctx, params, body }) => {
      const id = String(params.id).toLowerCase();
      return { status: 200, body: given(await setTenantLimits(known(ctx), id, body)) };
    },
  }),
  operation({
    ...base,
    id: 'getDefaultLimits',
    method: 'get',
    path: '/platform/limits',
    summary: 'Get what every tenant may have',
    answers: { 200: { description: 'The limits.', schema: defaultsSchema } },
    example: {},
    run: async ({ ctx }) => ({ status: 200, body: await readDefaultLimits(known(ctx)) }),
  }),
  operation({
    ...base,
    id: 'updateDefaultLimits',
    method: 'patch',
    path: '/platform/limits',
    summary: 'Change what every tenant may have',
    description: 'For all tenants that have no limit of their own. Null is unlimited.',
    body: defaultChanges,
    answers: { 200: { description: 'The limits as they are now.', schema: defaultsSchema } },
    example: { body: { members: 5000 } },
    run: async ({ ctx, body }) => ({
      status: 200,
      body: await setDefaultLimits(known(ctx), body),
    }),
  }),
];

function given({ limits, cache: { backend, ...rest } }: TenantLimits) {
  const entries = limits.map(({ name, used, most, followsDefault }) => [
    name,
    { used, most, isDefault: followsDefault },
  ]);
  return { limits: Object.fromEntries(entries), cache: { backend: backend ?? null, ...rest } };
}

/** Operations with a right are reached by superusers alone, whose context has an actor. */
function known(ctx: PlatformRestContext): PlatformContext {
  if (!ctx.actor) throw new AppError('not_signed_in', 'Sign in first.');
  return { db: ctx.db, actor: ctx.actor, requestId: ctx.requestId };
}
