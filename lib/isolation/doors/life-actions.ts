import { type ActionPlan, formCall, type Scene } from './action-plan';

/** The actions that close, rename, hand over, delete and restore a tenant. In this order they leave it as it was. */
export const lifeActions: Record<string, ActionPlan> = {
  'app/(platform)/admin/actions.ts#setStatus': {
    on: 'root',
    right: 'staff',
    own: ({ world }) => [
      formCall('suspend', { id: world.sites.quiet.id, status: 'suspended' }),
      formCall('activate', { id: world.sites.quiet.id, status: 'active' }),
    ],
  },
  'app/(platform)/admin/actions.ts#closeTenant': {
    on: 'root',
    right: 'staff',
    own: ({ world }) => [
      formCall('close', { id: world.sites.quiet.id, message: 'Walked.', until: '' }),
      formCall('open again', { id: world.sites.quiet.id, message: '', until: '' }),
    ],
  },
  'app/(platform)/admin/actions.ts#renameTenant': {
    on: 'root',
    right: 'staff',
    own: ({ world, side }) => [
      formCall('rename', { id: world.sites.quiet.id, slug: `quiet-${side.site.word}` }),
      formCall('back', { id: world.sites.quiet.id, slug: world.sites.quiet.slug }),
    ],
  },
  'app/(platform)/admin/actions.ts#transferTenant': {
    on: 'root',
    right: 'staff',
    own: ({ world: { sites } }) => {
      const { id, slug } = sites.quiet;
      return ['bob', 'gus'].map((name) =>
        formCall(`give it to ${name}`, { id, slug, toEmail: `${name}@example.com` }),
      );
    },
  },
  'app/(platform)/admin/actions.ts#deleteTenant': {
    on: 'root',
    right: 'staff',
    own: ({ world }) => [
      formCall('delete', {
        ...{ id: world.sites.quiet.id, slug: world.sites.quiet.slug, reason: 'Walked.' },
      }),
    ],
  },
  'app/(platform)/admin/actions.ts#restoreTenant': {
    on: 'root',
    right: 'staff',
    own: ({ world }) => [
      formCall('restore', { id: world.sites.quiet.id, slug: '', ownerEmail: '' }),
    ],
  },
  'app/[tenant]/admin/settings/actions.ts#deleteSite': {
    on: 'tenant',
    right: 'staff',
    own: ({ side }) => [formCall('deleting it', { slug: side.site.slug })],
    after: bringBack,
  },
};

/** As if nothing had happened: the walk goes on in this tenant. */
async function bringBack({ sql, side }: Scene): Promise<void> {
  const { id, slug, domains } = side.site;
  await sql`select platform.revive_tenant(${id}, ${slug}, null)`;
  await sql`
    update platform.domains set verified_at = now()
    where tenant_id = ${id} and hostname = any(${domains})`;
  await sql`
    update platform.sessions set revoked_at = null
    where tenant_id = ${id} and revoked_at > now() - interval '1 minute'`;
}
