import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { readSettings } from '../../admin/settings/read-settings';
import { settingsInput } from '../../admin/settings/settings-input';
import { updateSettings } from '../../admin/settings/update-settings';
import type { MemberContext } from '../../auth/viewer';
import { tenants } from '../../db/schema/platform';
import { type Operation, operation } from '../operation';
import { requireMatch } from '../request/etag';
import type { TenantRestContext } from '../rest-context';

const siteLink = z.object({ label: z.string(), href: z.string() });
const sitePicture = z
  .object({ id: z.uuid(), fileName: z.string(), width: z.number(), height: z.number() })
  .nullable();
const tenantSchema = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    origin: z.string().openapi({ description: 'Scheme and host of its canonical addresses.' }),
    name: z.string(),
    description: z.string(),
    brandColor: z.string(),
    theme: z.string(),
    font: z.string(),
    logo: sitePicture,
    favicon: sitePicture,
    headerLinks: z.array(siteLink),
    footerLinks: z.array(siteLink),
    locale: z.string(),
    timeZone: z.string(),
    features: z.object({ feed: z.boolean(), topics: z.boolean() }).catchall(z.boolean()),
    allowedOrigins: z.array(z.string()),
    redirectToPrimary: z.boolean(),
    registration: z.string(),
    comments: z.string(),
  })
  .openapi('Tenant');

const changes = settingsInput.partial().openapi('TenantChanges');
const etagHeader = { ETag: 'Names this state of the settings.' };

/** The tenant itself: its public facts for everybody, its settings for who may change them. */
export const tenantOperations: Operation<TenantRestContext>[] = [
  operation({
    id: 'getTenant',
    method: 'get',
    path: '/tenant',
    tag: 'Tenant',
    summary: 'Get the tenant of this host',
    permission: 'public',
    answers: {
      200: { description: 'The tenant.', schema: tenantSchema, headers: etagHeader },
    },
    example: {},
    run: async ({ ctx }) => given(ctx),
  }),
  operation({
    id: 'updateTenant',
    method: 'patch',
    path: '/tenant',
    tag: 'Tenant',
    summary: 'Change the settings',
    description: 'What you do not name stays as it is.',
    permission: 'settings.write',
    isVersioned: true,
    body: changes,
    answers: {
      200: { description: 'The tenant as it is now.', schema: tenantSchema, headers: etagHeader },
    },
    example: { body: { description: 'Everything for the discerning coyote.' } },
    run: ({ ctx, body, call }) =>
      ctx.db.write(async (tx) => {
        // Nobody changes them between the comparison and the change.
        await tx.select({ id: tenants.id }).from(tenants).for('update');
        const { values, seenAt } = await readSettings(ctx as MemberContext);
        requireMatch(call.req.header('if-match'), etagOfSettings(values));
        await updateSettings(ctx as MemberContext, { ...values, ...body }, seenAt);
        return given(ctx);
      }),
  }),
];

async function given(ctx: TenantRestContext) {
  const { id, slug, origin } = ctx.tenant;
  const { values } = await readSettings(ctx as MemberContext);
  const body = tenantSchema.parse({ id, slug, origin, ...values });
  return { status: 200, body, headers: { etag: etagOfSettings(values) } };
}

function etagOfSettings(values: object): string {
  const hash = createHash('sha256').update(JSON.stringify(values)).digest('base64url');
  return `"tenant-${hash.slice(0, 20)}"`;
}
