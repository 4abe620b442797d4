import { z } from '@hono/zod-openapi';
import { addTenant } from '../../console/add-tenant';
import { changeStatus } from '../../console/change-status';
import type { PlatformContext } from '../../console/platform-context';
import { tenantsResource } from '../../console/resources/tenants';
import { getRecord } from '../../resources/find-record';
import { type Operation, operation } from '../operation';
import { recordAnswer, recordGiven } from '../resources/record-operations';
import { recordSchema } from '../resources/record-shape';
import type { PlatformRestContext } from '../rest-context';
import { tenantLifeOperations } from './tenant-life-operations';
import { throwUnknownTenant } from './throw-unknown-tenant';

const text = (most: number) => z.string().max(most);

const newTenant = z
  .strictObject({
    slug: text(63).openapi({ description: 'Its name in addresses.' }),
    name: text(100),
    ownerEmail: text(254).openapi({ description: 'Somebody new, or somebody who has an account.' }),
    ownerName: text(100).optional(),
    ownerPassword: text(500)
      .optional()
      .openapi({ description: 'For somebody new; made up when it is missing.' }),
    domain: text(253).optional(),
    placement: text(20).optional().openapi({ description: 'Where its tables are: `row`.' }),
    tenantType: text(50).optional().openapi({ description: 'Kept in its metadata.' }),
    tenantExtraData: z.record(z.string(), z.unknown()).optional(),
    content: z
      .enum(['starter', 'none'])
      .optional()
      .openapi({ description: '`none` leaves the site empty.' }),
  })
  .openapi('NewTenant');

const created = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    origin: z.string(),
    domain: z.string().optional(),
    owner: z.object({ id: z.uuid(), email: z.string(), name: z.string(), isNew: z.boolean() }),
    password: z
      .string()
      .optional()
      .openapi({ description: 'Made up for somebody new. It is told here once and never again.' }),
    notice: z.string().optional(),
  })
  .openapi('CreatedTenant');

const base = { tag: 'Tenants', permission: tenantsResource.permissions.write } as const;

/** What the platform's operators do to tenants (S1.24, N8). */
export const platformOperations: Operation<PlatformRestContext>[] = [
  operation({
    ...base,
    id: 'createTenant',
    method: 'post',
    path: '/platform/tenants',
    summary: 'Make a tenant with its owner',
    description:
      'The owner can sign in at once. The password of somebody who has an account is not changed.',
    body: newTenant,
    answers: {
      201: {
        description: 'It was made.',
        schema: created,
        headers: { Location: 'Where it is.' },
      },
    },
    example: {
      body: { slug: 'umbrella', name: 'Umbrella', ownerEmail: 'uma@example.com' },
    },
    run: async ({ ctx, body }) => {
      const { tenant, domain, ...made } = await addTenant(ctx as PlatformContext, body);
      const location = `/api/v1/platform/tenants/${tenant.id}`;
      const answer = { ...tenant, ...made, domain: domain?.hostname };
      return { status: 201, body: created.parse(answer), headers: { location } };
    },
  }),
  statusOperation('suspend', 'Suspend a tenant: its hosts answer 503', 'suspended'),
  statusOperation('activate', 'Let a suspended or closed tenant serve again', 'active'),
  ...tenantLifeOperations,
];

function statusOperation(
  verb: string,
  summary: string,
  status: 'active' | 'suspended',
): Operation<PlatformRestContext> {
  return operation<PlatformRestContext>({
    ...base,
    id: `${verb}Tenant`,
    method: 'post',
    path: `/platform/tenants/{id}/${verb}`,
    summary,
    description: 'A tenant that is so already stays as it is.',
    answers: { 200: recordAnswer(recordSchema(tenantsResource), 'The tenant as it is now.') },
    run: async ({ ctx, params }) => {
      const id = String(params.id).toLowerCase();
      await changeStatus(ctx as PlatformContext, id, status).catch(throwUnknownTenant);
      return recordGiven(tenantsResource, await getRecord(ctx, tenantsResource, id));
    },
  });
}
