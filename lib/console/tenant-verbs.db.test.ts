import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appClient } from '../db/client';
import { consoleDb } from '../db/console-db';
import { env } from '../env';
import { getTenant } from '../tenancy/get-tenant';
import { opensMaintenance } from '../tenancy/maintenance/opens-maintenance';
import { tenantContext } from '../tenancy/tenant-context';
import { type ConsoleTrial, consoleTrial } from '../testing/console-trial';
import { readTenant } from './read-tenant';
import { tenantVerbs } from './tenant-verbs';

let trial: ConsoleTrial;
let root: ReturnType<typeof asSession>;
let stranger: typeof root;
beforeAll(async () => {
  trial = await consoleTrial();
  env().DATABASE_URL = trial.database.appUrl;
  root = asSession(await trial.openSession(trial.root));
  const person = await trial.addPerson('somebody', false);
  stranger = asSession(await trial.openSession(person));
});
afterAll(async () => {
  await appClient().end();
  await trial.end();
});

function asSession(id: string) {
  const db = consoleDb(id, trial.client);
  return { db, actor: { id: trial.root, name: 'root' }, requestId: 'request-1' };
}
const verbs = (ctx = root) => tenantVerbs(ctx);
const statusOf = async (id: string) => {
  const [row] = await trial.owner`select status from platform.tenants where id = ${id}`;
  return row?.status;
};
const keyOf = (link: string) => new URL(link).searchParams.get('key') ?? '';
const opens = async (id: string, key: string) =>
  opensMaintenance(tenantContext(await getTenant(id, trial.client), { client: trial.client }), key);

describe('maintenance', () => {
  test('closes a tenant, and its link opens it', async () => {
    const until = '2099-01-01T10:00:00.000Z';
    const { link } = await verbs().close(trial.acme.id, { message: ' Back soon. ', until });
    expect(link).toMatch(/^http:\/\/acme\.localhost:3000\/unavailable\?key=[\w-]{22}$/);
    const { maintenance } = await getTenant(trial.acme.id, trial.client);
    expect(maintenance).toMatchObject({ message: 'Back soon.', until });
    expect(await opens(trial.acme.id, keyOf(link))).toBe(maintenance?.id);
    expect(await readTenant(root, trial.acme.id)).toMatchObject({
      ...{ status: 'maintenance', maintenance: { message: 'Back soon.', until } },
    });
  });
  test('opens by no other key, in no other tenant, and by no older link', async () => {
    const [first, other] = [
      await verbs().close(trial.acme.id, {}),
      await verbs().close(trial.globex.id, {}),
    ];
    const { link } = await verbs().close(trial.acme.id, {});
    const keys = [keyOf(first.link), keyOf(other.link), '', 'x', keyOf(link).toLowerCase()];
    expect(await Promise.all(keys.map((key) => opens(trial.acme.id, key)))).toEqual(
      keys.map(() => null),
    );
    expect(await opens(trial.acme.id, keyOf(link))).not.toBeNull();
  });
  test('shows its key to nobody', async () => {
    const { raw } = await getTenant(trial.acme.id, trial.client);
    expect(raw.maintenance?.keyHash).toBe('[redacted]');
    const events = await trial.owner`select payload from platform.events`;
    expect(JSON.stringify(events)).not.toContain('keyHash');
    expect(JSON.stringify(await readTenant(root, trial.acme.id))).not.toContain('keyHash');
  });
  test.each([{ message: 'x'.repeat(501) }, { until: '2020-01-01T00:00Z' }, { until: 'soon' }])(
    '%j is refused',
    async (plan) => {
      const refused = await verbs()
        .close(trial.acme.id, plan)
        .catch((error) => error);
      expect(Object.keys(refused.fields)).toEqual(Object.keys(plan));
    },
  );
});

test('a suspended tenant is not closed: ending that would end the suspension', async () => {
  await trial.owner`update platform.tenants set status = 'suspended' where id = ${trial.acme.id}`;
  await expect(verbs().close(trial.acme.id, {})).rejects.toMatchObject({ code: 'conflict' });
  expect(await statusOf(trial.acme.id)).toBe('suspended');
  await trial.owner`update platform.tenants set status = 'active' where id = ${trial.acme.id}`;
});

test('nobody deletes by a click alone', async () => {
  const typed = { reason: 'a test', typed: 'globex' };
  const refused = await verbs()
    .remove(trial.acme.id, typed)
    .catch((error) => error);
  expect(refused.fields.slug[0]).toBe('Type “acme” to delete it.');
});

test('whose session is no superuser’s can do none of it', async () => {
  const { id } = trial.globex;
  const before = await statusOf(id);
  for (const tried of [
    verbs(stranger).close(id, {}),
    verbs(stranger).rename(id, 'stolen'),
    verbs(stranger).remove(id, { reason: 'theft', typed: 'globex' }),
  ]) {
    await expect(tried).rejects.toThrow();
  }
  expect(await statusOf(id)).toBe(before);
  await verbs().remove(id, { reason: 'a test', typed: 'globex' });
  await expect(verbs(stranger).restore(id, {})).rejects.toThrow();
  expect(await statusOf(id)).toBe('deleted');
});

test('what is deleted is shown under the name it had', async () => {
  expect(await readTenant(root, trial.globex.id)).toMatchObject({
    ...{ status: 'deleted', deleted: { slug: 'globex', domains: [] } },
  });
});
