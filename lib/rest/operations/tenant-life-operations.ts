import { z } from '@hono/zod-openapi';
import type { PlatformContext } from '../../console/platform-context';
import { tenantsResource } from '../../console/resources/tenants';
import { tenantVerbs } from '../../console/tenant-verbs';
import { getRecord } from '../../resources/find-record';
import { type Operation, operation } from '../operation';
import { recordAnswer, recordGiven } from '../resources/record-operations';
import { recordSchema } from '../resources/record-shape';
import type { PlatformRestContext } from '../rest-context';
import { throwUnknownTenant } from './throw-unknown-tenant';

const text = (most: number) => z.string().max(most);
const { write, delete: remove } = tenantsResource.permissions;
const base = { tag: 'Tenants', method: 'post' } as const;
const record = (description: string) => recordAnswer(recordSchema(tenantsResource), description);

/** What the platform's operators do to a tenant's life, besides suspending it. */
export const tenantLifeOperations: Operation<PlatformRestContext>[] = [
  operation({
    ...base,
    id: 'closeTenant',
    path: '/platform/tenants/{id}/maintenance',
    permission: write,
    summary: 'Close a tenant for work on it',
    description: 'Its hosts answer 503 but to who came by the link. Activating it ends that.',
    body: z
      .strictObject({ message: text(500).optional(), until: z.iso.datetime().optional() })
      .openapi('Maintenance'),
    answers: {
      200: {
        description: 'It is closed.',
        schema: z
          .object({
            link: z.url().openapi({ description: 'Opens it. Told here once and never again.' }),
          })
          .openapi('MaintenanceLink'),
      },
    },
    run: async ({ ctx, params, body }) => {
      const { link } = await verbsOf(ctx).close(idOf(params), body).catch(throwUnknownTenant);
      return { status: 200, body: { link } };
    },
  }),
  operation({
    ...base,
    id: 'renameTenant',
    path: '/platform/tenants/{id}/rename',
    permission: write,
    summary: 'Give a tenant another address',
    description: 'The old one leads to the new one, and nobody else can take it for 90 days.',
    body: z.strictObject({ slug: text(63) }).openapi('TenantAddress'),
    answers: { 200: record('The tenant as it is now.') },
    run: async ({ ctx, params, body }) => {
      await verbsOf(ctx).rename(idOf(params), body.slug).catch(throwUnknownTenant);
      return given(ctx, params);
    },
  }),
  operation({
    ...base,
    id: 'transferTenant',
    path: '/platform/tenants/{id}/transfer',
    permission: write,
    summary: 'Give a tenant to another owner',
    description:
      'Who owned it loses a superuser’s rights: in a group they stay, as an admin, else they leave. Both get a mail.',
    body: z
      .strictObject({
        toEmail: text(254).openapi({ description: 'Somebody with an account.' }),
        remove: z
          .boolean()
          .optional()
          .openapi({ description: 'Who owned it leaves, even where they are in a group.' }),
      })
      .openapi('TenantTransfer'),
    answers: { 200: record('The tenant as it is now.') },
    run: async ({ ctx, params, body }) => {
      await verbsOf(ctx).transfer(idOf(params), body).catch(throwUnknownTenant);
      return given(ctx, params);
    },
  }),
  operation({
    ...base,
    id: 'deleteTenant',
    path: '/platform/tenants/{id}/delete',
    permission: remove,
    summary: 'Delete a tenant',
    description: 'Its names are free at once; it can be restored until `purgeAt`.',
    body: z
      .strictObject({
        reason: text(500).openapi({ description: 'Why: the audit log keeps it.' }),
      })
      .openapi('TenantDeletion'),
    answers: { 200: record('The tenant as it is now.') },
    run: async ({ ctx, params, body: { reason } }) => {
      await verbsOf(ctx).remove(idOf(params), { reason }).catch(throwUnknownTenant);
      return given(ctx, params);
    },
  }),
  operation({
    ...base,
    id: 'restoreTenant',
    path: '/platform/tenants/{id}/restore',
    permission: write,
    summary: 'Bring a deleted tenant back',
    body: z
      .strictObject({
        slug: text(63).optional().openapi({ description: 'The one it had unless given.' }),
        ownerEmail: text(254).optional().openapi({ description: 'Who owned it unless given.' }),
      })
      .openapi('TenantRestore'),
    answers: { 200: record('The tenant as it is now.') },
    run: async ({ ctx, params, body }) => {
      await verbsOf(ctx).restore(idOf(params), body).catch(throwUnknownTenant);
      return given(ctx, params);
    },
  }),
];

function verbsOf(ctx: PlatformRestContext) {
  return tenantVerbs(ctx as PlatformContext);
}

function idOf({ id }: Record<string, string>): string {
  return String(id).toLowerCase();
}

async function given(ctx: PlatformRestContext, params: Record<string, string>) {
  return recordGiven(tenantsResource, await getRecord(ctx, tenantsResource, idOf(params)));
}
