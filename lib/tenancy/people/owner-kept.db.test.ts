import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnerDb } from '../../db/owner-db';
import { env } from '../../env';
import type { MadeTenant } from '../../testing/make-tenant';
import { prepareTenants } from '../../testing/prepare-tenants';
import { addMember } from './add-member';
import { throwOwnerKept } from './keep-owner';
import { lockMembers } from './member';
import { removeMember } from './remove-member';
import { setMemberActive } from './set-member-active';
import { setMemberRole } from './set-member-role';

const prepared = prepareTenants(['acme', 'globex']);
let db: ReturnType<typeof openOwnerDb>;
let acme: MadeTenant;
beforeAll(async () => {
  const { owner } = prepared;
  acme = prepared.tenants[0] as MadeTenant;
  db = openOwnerDb(env().DATABASE_OWNER_URL ?? '');
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
    select id, owner_id, 'owner', true, true from platform.tenants`;
  for (const name of ['bob', 'cleo']) {
    await owner`insert into platform.users (email, name) values (${`${name}@x.test`}, ${name})`;
  }
});
afterAll(() => db.end());

const memberOf = async (email: string) => {
  const [row] = await prepared.owner`
    select id, role from platform.memberships where tenant_id = ${acme.id} and email = ${email}`;
  return row;
};
const demotion = { role: 'admin', roleId: null, roleName: null, isSuperuser: false } as const;

test('a member is added once, and nobody who has no account', async () => {
  const id = await addMember(db, acme.id, { email: ' Bob@x.test ', role: 'editor' });
  expect(await memberOf('bob@x.test')).toEqual({ id, role: 'editor' });
  const again = addMember(db, acme.id, { email: 'bob@x.test' });
  await expect(again).rejects.toMatchObject({
    name: 'ExistsError',
    fields: { email: ['bob is a member already.'] },
  });
  await db.write(async (tx) => {
    const [member] = await lockMembers(tx, acme.id, { ids: [id] });
    if (member) await setMemberActive(tx, acme.id, { member, isActive: false }, {});
  });
  await expect(addMember(db, acme.id, { email: 'bob@x.test' })).rejects.toMatchObject({
    fields: { email: [expect.stringContaining('Reactivate them instead')] },
  });
  await expect(addMember(db, acme.id, { email: 'nobody@x.test' })).rejects.toThrow();
  await prepared.owner`update platform.users set is_active = false where name = 'cleo'`;
  const inactive = addMember(db, acme.id, { email: 'cleo@x.test' });
  await expect(inactive).rejects.toMatchObject({ name: 'InactiveError' });
  await prepared.owner`update platform.users set is_active = true where name = 'cleo'`;
});

test('the database keeps an owner, however the last one would go', async () => {
  const { owner } = prepared;
  const named = 'memberships_owner_left';
  const own = owner`tenant_id = ${acme.id} and role = 'owner'`;
  for (const change of [
    owner`delete from platform.memberships where ${own}`,
    owner`update platform.memberships set role = 'admin' where ${own}`,
    owner`update platform.memberships set deactivated_at = now() where ${own}`,
  ]) {
    await expect(change).rejects.toMatchObject({ constraint_name: named });
  }
});

test('and whom the tenant names stays one while others are owners, too', async () => {
  const { owner } = prepared;
  await owner`
    update platform.memberships set role = 'owner', deactivated_at = null
    where tenant_id = ${acme.id} and email = 'bob@x.test'`;
  await expect(
    owner`
      delete from platform.memberships m using platform.tenants t
      where t.id = ${acme.id} and m.tenant_id = t.id and m.user_id = t.owner_id`,
  ).rejects.toMatchObject({ constraint_name: 'memberships_owner_stays' });
  const removal = db.write(async (tx) => {
    const [row] = await owner`select owner_id from platform.tenants where id = ${acme.id}`;
    const [member] = await lockMembers(tx, acme.id, { userId: row?.owner_id });
    if (member) await removeMember(tx, acme.id, member, {});
  });
  await expect(removal).rejects.toMatchObject({ name: 'DeleteError' });
});

test('two owners who take each other’s role at the same moment: one is refused', async () => {
  const { owner } = prepared;
  // Neither is whom the tenant names: as where that one has been erased.
  await owner`insert into platform.users (email, name) values ('gone@x.test', 'gone')`;
  await owner.begin(async (sql) => {
    await sql`
      update platform.tenants set owner_id = (select id from platform.users where name = 'gone')
      where id = ${acme.id}`;
    await sql`delete from platform.memberships where tenant_id = ${acme.id} and email <> 'bob@x.test'`;
  });
  await addMember(db, acme.id, { email: 'cleo@x.test', role: 'admin' });
  await owner`
    update platform.memberships set role = 'owner' where tenant_id = ${acme.id} and email = 'cleo@x.test'`;
  const [bob, cleo] = [await memberOf('bob@x.test'), await memberOf('cleo@x.test')];
  const demote = (id: string) =>
    db
      .write(async (tx) => {
        const [member] = await lockMembers(tx, acme.id, { ids: [id] });
        if (member) await setMemberRole(tx, acme.id, { member, next: demotion }, {});
        await new Promise((done) => setTimeout(done, 100));
      })
      .catch(throwOwnerKept);
  const ends = await Promise.allSettled([demote(bob?.id), demote(cleo?.id)]);
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.message] : []));
  expect(refused).toEqual(['No owner would be left. Make somebody else an owner first.']);
  const [left] = await owner`
    select count(*)::int as n from platform.memberships where tenant_id = ${acme.id} and role = 'owner'`;
  expect(left?.n).toBe(1);
});
