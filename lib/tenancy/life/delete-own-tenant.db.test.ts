import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConsoleTrial, consoleTrial } from '../../testing/console-trial';
import { getTenant } from '../get-tenant';
import { tenantContext } from '../tenant-context';
import { deleteOwnTenant } from './delete-own-tenant';

let trial: ConsoleTrial;
let ownerId: string;
beforeAll(async () => {
  trial = await consoleTrial();
  const [row] = await trial.owner`
    select owner_id from platform.tenants where id = ${trial.acme.id}`;
  ownerId = row?.owner_id;
});
afterAll(() => trial.end());

async function tryAs(userId: string, at: string, bound = trial.acme.id, typed = 'acme') {
  const sessionId = await trial.openSession(userId, { tenant_id: at });
  const tenant = await getTenant(bound, trial.client);
  const ctx = tenantContext(tenant, { client: trial.client });
  return deleteOwnTenant({ ...ctx, viewer: { sessionId } }, typed).catch((error) => error);
}
const statusOf = async (id: string) => {
  const [row] = await trial.owner`select status from platform.tenants where id = ${id}`;
  return row?.status;
};

test('nobody but the owner may, whatever their rights', async () => {
  const admin = await trial.addPerson('admin', true);
  await trial.owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
    values (${trial.acme.id}, ${admin}, 'admin', true, true)`;
  for (const id of [admin, trial.root]) {
    expect((await tryAs(id, trial.acme.id)).name).toBe('DeleteError');
  }
  expect(await statusOf(trial.acme.id)).toBe('active');
});

test('nor the owner by a session of another site, nor another site by their own', async () => {
  expect((await tryAs(ownerId, trial.globex.id)).name).toBe('DeleteError');
  expect((await tryAs(ownerId, trial.acme.id, trial.globex.id, 'globex')).name).toBe('DeleteError');
  expect(await statusOf(trial.globex.id)).toBe('active');
});

test('nor without the name, nor by a session that has ended', async () => {
  expect((await tryAs(ownerId, trial.acme.id, trial.acme.id, 'ACME')).fields.slug[0]).toBe(
    'Type “acme” to delete it.',
  );
  await trial.owner`
    insert into platform.sessions (id, user_id, tenant_id, expires_at, revoked_at)
    values ('00000000-0000-4000-8000-00000000dead', ${ownerId}, ${trial.acme.id}, now() + interval '1 hour', now())`;
  const tenant = await getTenant(trial.acme.id, trial.client);
  const viewer = { sessionId: '00000000-0000-4000-8000-00000000dead' };
  const ctx = { ...tenantContext(tenant, { client: trial.client }), viewer };
  const ended = await deleteOwnTenant(ctx, 'acme').catch((error) => error);
  expect(ended.name).toBe('DeleteError');
});

test('the owner may', async () => {
  const deleted = await tryAs(ownerId, trial.acme.id);
  expect(deleted).toMatchObject({ slug: 'acme', ownerId });
  expect(await statusOf(trial.acme.id)).toBe('deleted');
  const [event] = await trial.owner`
    select payload ->> 'reason' as reason from platform.events
    where tenant_id = ${trial.acme.id} and type = 'tenant.deleted'`;
  expect(event?.reason).toBe('by its owner');
});
