import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tenantVerbs } from '../../console/tenant-verbs';
import { consoleDb } from '../../db/console-db';
import { openOwnerDb } from '../../db/owner-db';
import { env } from '../../env';
import { type ConsoleTrial, consoleTrial } from '../../testing/console-trial';
import { transferTenant } from './transfer-tenant';

let trial: ConsoleTrial;
let db: ReturnType<typeof openOwnerDb>;
let ada: string;
let bob: string;
beforeAll(async () => {
  trial = await consoleTrial();
  env().DATABASE_URL = trial.database.appUrl;
  db = openOwnerDb(trial.database.ownerUrl);
  [ada, bob] = [await trial.addPerson('ada', false), await trial.addPerson('bob', false)];
});
afterAll(async () => {
  await db.end();
  await trial.end();
});
beforeEach(async () => {
  const { owner, acme } = trial;
  await withoutPeople();
  await owner`delete from platform.events`;
  await owner`update platform.users set is_active = true where id = ${bob}`;
  await owner`update platform.tenants set owner_id = ${ada} where id = ${acme.id}`;
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
    values (${acme.id}, ${ada}, 'owner', true, true)`;
});

/** As a tenant without an owner could be from before the database kept one. */
const withoutPeople = () =>
  trial.owner.begin(async (sql) => {
    await sql`update platform.tenants set status = 'deleted' where id = ${trial.acme.id}`;
    await sql`delete from platform.memberships where tenant_id = ${trial.acme.id}`;
    await sql`delete from platform.groups where tenant_id = ${trial.acme.id}`;
    await sql`set constraints all immediate`;
    await sql`update platform.tenants set status = 'active' where id = ${trial.acme.id}`;
  });
/** Puts somebody into a group. */
const group = (id: string) => trial.owner`
  with made as (
    insert into platform.groups (tenant_id, name) values (${trial.acme.id}, 'Editors') returning id)
  insert into platform.group_members (tenant_id, group_id, membership_id)
  select m.tenant_id, made.id, m.id from made, platform.memberships m
  where m.tenant_id = ${trial.acme.id} and m.user_id = ${id}`;
const emailOf = async (id: string) =>
  (await trial.owner`select email from platform.users where id = ${id}`)[0]?.email as string;
const people = async () => {
  const rows = await trial.owner`
    select u.name, m.role, m.is_staff, m.is_superuser from platform.memberships m
    join platform.users u on u.id = m.user_id where m.tenant_id = ${trial.acme.id} order by 1`;
  return rows.map(({ name, role, is_staff, is_superuser }) => [name, role, is_staff, is_superuser]);
};
const ownerId = async () =>
  (await trial.owner`select owner_id from platform.tenants where id = ${trial.acme.id}`)[0]
    ?.owner_id;
const types = async () =>
  (await trial.owner`select type from platform.events where tenant_id is not null order by id`).map(
    ({ type }) => type,
  );
const toBob = async (more = {}) =>
  transferTenant(db, trial.acme.id, { toEmail: await emailOf(bob), ...more });

describe('a tenant goes to another owner', () => {
  test('who was none of it, and the old one, being in a group, stays as an admin', async () => {
    await group(ada);
    const { from, to, isNew } = await toBob();
    expect([from.name, from.belongs, to.name, isNew]).toEqual(['ada', true, 'bob', true]);
    expect(await ownerId()).toBe(bob);
    expect(await people()).toEqual([
      ['ada', 'admin', true, false],
      ['bob', 'owner', true, true],
    ]);
    expect(await types()).toEqual(['tenant.transferred', 'member.added']);
    const [event] = await trial.owner`
      select payload from platform.events where type = 'tenant.transferred'`;
    expect(event?.payload).toMatchObject({
      from: { name: 'ada', email: await emailOf(ada) },
      to: { name: 'bob', email: await emailOf(bob) },
    });
  });

  test('and the old one, who is in no group, leaves (N13)', async () => {
    expect((await toBob()).from).toMatchObject({ belongs: false, left: true });
    expect(await people()).toEqual([['bob', 'owner', true, true]]);
    expect(await types()).toEqual(['tenant.transferred', 'member.added', 'member.removed']);
  });

  test('who was a member is raised, from deactivation and a role of one’s own, too', async () => {
    await group(ada);
    const [role] = await trial.owner`
      insert into platform.roles (tenant_id, name) values (${trial.acme.id}, 'Own') returning id`;
    await trial.owner`
      insert into platform.memberships (tenant_id, user_id, role, role_id, deactivated_at)
      values (${trial.acme.id}, ${bob}, 'custom', ${role?.id}, now())`;
    await toBob();
    const [row] = await trial.owner`
      select role, role_id, deactivated_at, is_superuser from platform.memberships where user_id = ${bob}`;
    expect(row).toEqual({ role: 'owner', role_id: null, deactivated_at: null, is_superuser: true });
    await trial.owner`delete from platform.roles`;
  });

  test('who was a member is raised', async () => {
    await group(ada);
    await trial.owner`
      insert into platform.memberships (tenant_id, user_id, role) values (${trial.acme.id}, ${bob}, 'member')`;
    expect((await toBob()).isNew).toBe(false);
    expect((await people())[1]).toEqual(['bob', 'owner', true, true]);
    expect(await types()).toEqual(['tenant.transferred']);
  });

  test('and the old one leaves when asked to, signed out', async () => {
    await group(ada);
    const session = randomUUID();
    await trial.owner`
      insert into platform.sessions (id, user_id, tenant_id, expires_at)
      values (${session}, ${ada}, ${trial.acme.id}, now() + interval '1 hour')`;
    expect((await toBob({ remove: true })).from).toMatchObject({ belongs: false, left: true });
    expect(await people()).toEqual([['bob', 'owner', true, true]]);
    expect(await types()).toEqual(['tenant.transferred', 'member.added', 'member.removed']);
    const [row] = await trial.owner`select revoked_at from platform.sessions where id = ${session}`;
    expect(row?.revoked_at).not.toBeNull();
  });

  test('an owner who had left belongs to it again', async () => {
    await withoutPeople();
    await transferTenant(db, trial.acme.id, { toEmail: await emailOf(ada) });
    expect(await people()).toEqual([['ada', 'owner', true, true]]);
  });
});

describe('refused, and nothing is changed', () => {
  test.each([
    ['nobody', async () => 'nobody@example.com', 'Nobody has an account'],
    ['who owns it', () => emailOf(ada), 'They own it already.'],
  ])('%s', async (_, email, message) => {
    const refused = await transferTenant(db, trial.acme.id, { toEmail: await email() }).catch(
      (error) => error,
    );
    expect(refused.fields.toEmail[0]).toContain(message);
    expect([await ownerId(), await types()]).toEqual([ada, []]);
  });
  test('somebody deactivated', async () => {
    await trial.owner`update platform.users set is_active = false where id = ${bob}`;
    expect((await toBob().catch((error) => error)).constructor.name).toBe('InactiveError');
    expect(await ownerId()).toBe(ada);
  });
  test('a tenant that is not there', async () => {
    const toEmail = await emailOf(bob);
    await expect(transferTenant(db, randomUUID(), { toEmail })).rejects.toThrow('no such tenant');
  });
});

test('the console does it by a superuser’s session alone, and after the name was typed', async () => {
  const verbs = async (person: string) =>
    tenantVerbs({
      db: consoleDb(await trial.openSession(person), trial.client),
      actor: { id: person, name: 'x' },
      requestId: 'r',
    });
  const toEmail = await emailOf(bob);
  await expect((await verbs(bob)).transfer(trial.acme.id, { toEmail })).rejects.toThrow();
  const root = await verbs(trial.root);
  const wrong = root.transfer(trial.acme.id, { toEmail, typed: 'globex' });
  expect((await wrong.catch((error) => error)).fields.slug[0]).toContain('Type “acme”');
  expect(await ownerId()).toBe(ada);
  await root.transfer(trial.acme.id, { toEmail, typed: 'acme' });
  expect(await ownerId()).toBe(bob);
});

test('two at once: one after the other, one owner', async () => {
  const cleo = await trial.addPerson('cleo', false);
  await Promise.allSettled([
    toBob(),
    transferTenant(db, trial.acme.id, { toEmail: await emailOf(cleo) }),
  ]);
  const owners = (await people()).filter(([, role]) => role === 'owner');
  expect(owners).toHaveLength(1);
  expect([bob, cleo]).toContain(await ownerId());
});
