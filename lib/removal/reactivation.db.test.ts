import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSuperuser } from '../auth/create-superuser';
import { setPeopleActive } from '../console/set-people-active';
import { consoleDb } from '../db/console-db';
import { openOwnerDb } from '../db/owner-db';
import type { PlatformDb } from '../db/platform-tx';
import { addPerson, findPerson } from '../tenancy/add-person';
import { restoreTenant } from '../tenancy/life/restore-tenant';
import { addMember } from '../tenancy/people/add-member';
import { makeTenantSuperuser } from '../tenancy/people/make-tenant-superuser';
import { provisionTenant } from '../tenancy/provisioning/provision-tenant';
import { type RemovalTrial, removalTrial } from '../testing/removal-trial';
import { deletePerson } from './delete-person';
import { erasePerson } from './erase-person';

let trial: RemovalTrial;
let byConsole: PlatformDb;
let byCli: ReturnType<typeof openOwnerDb>;
beforeAll(async () => {
  trial = await removalTrial();
  byConsole = consoleDb(await trial.openSession(trial.root), trial.clients);
  byCli = openOwnerDb(trial.database.ownerUrl);
});
afterAll(async () => {
  await byCli.end();
  await trial.end();
});

const hashPassword = async () => 'another hash';
const removal = { erase: false, reason: 'asked for by mail' };
let n = 0;
let ada: string;
let email: string;
let site: string;
/** Somebody who owned a site, was a superuser and an editor elsewhere, and is deleted. */
beforeEach(async () => {
  n += 1;
  ada = await trial.addOwner('ada', [`gone-${n}`], ['acme']);
  await trial.owner`update platform.users set is_superuser = true where id = ${ada}`;
  email = (await trial.userOf(ada)).email as string;
  site = (await trial.tenantOf(`gone-${n}`)).id;
  await deletePerson(byConsole, ada, { ...removal, sites: [site] });
});
const membershipsOf = (id: string) =>
  trial.owner`select role from platform.memberships where user_id = ${id}`;

test('a deleted account is nobody’s to find, and not deactivated', async () => {
  expect(await byConsole.read((tx) => findPerson(tx, email))).toBeNull();
  const added = addMember(byConsole, trial.acme.id, { email });
  await expect(added).rejects.toMatchObject({ name: 'InvalidInput' });
});

test('creating the same email again brings the same row back, with nothing it had (S4.23)', async () => {
  const given = { email, name: 'Ada Again', passwordHash: 'a new hash' };
  const [back, late] = await byConsole.write(async (tx) => [
    await addPerson(tx, given),
    await addPerson(tx, { ...given, passwordHash: 'later' }),
  ]);
  expect(back).toEqual({ id: ada, name: 'Ada Again', isActive: true });
  expect(late).toBeNull();
  expect(await trial.userOf(ada)).toMatchObject({
    ...{ password_hash: 'a new hash', is_active: true, is_superuser: false },
    ...{ deleted_at: null, email_verified_at: null },
  });
  expect(await membershipsOf(ada)).toEqual([]);
});

test('by a tenant that is made for them, and nothing else', async () => {
  const made = await provisionTenant(
    byConsole,
    { slug: `back-${n}`, name: 'Back', ownerEmail: email, ownerPassword: 'walking on the moon' },
    { hashPassword },
  );
  expect(made.owner).toMatchObject({ id: ada, isNew: true });
  expect(await membershipsOf(ada)).toEqual([{ role: 'owner' }]);
  expect(await trial.userOf(ada)).toMatchObject({ is_superuser: false, is_active: true });
});

test('by the command line, as superuser of a tenant or of the platform', async () => {
  const id = trial.acme.id;
  const one = await makeTenantSuperuser(byCli, id, { email }, { hashPassword });
  expect(one).toMatchObject({ id: ada, isNew: true, password: expect.any(String) });
  await deletePerson(byConsole, ada, { ...removal, sites: [] });
  const two = await createSuperuser(byCli, { email });
  expect(two).toMatchObject({ id: ada, isNew: true, password: expect.any(String) });
  expect(await membershipsOf(ada)).toEqual([]);
});

test('a deleted site that is restored does not bring them or their ownership back', async () => {
  await byConsole.write((tx) => addPerson(tx, { email, name: 'Ada', passwordHash: 'x' }));
  const alone = restoreTenant(byConsole, site, {});
  await expect(alone).rejects.toMatchObject({ code: expect.stringMatching(/conflict|bad_input/) });
  const heir = (await trial.userOf(await trial.addOwner('heir', []))).email as string;
  await restoreTenant(byConsole, site, { ownerEmail: heir });
  expect(await membershipsOf(ada)).toEqual([]);
});

test('whom an operator deactivated does not come back so', async () => {
  const bob = await trial.addOwner('bob', [], ['acme']);
  const { email: bobs } = (await trial.userOf(bob)) as { email: string };
  const origin = { actor: { id: trial.root, name: 'root' } };
  await byConsole.write((tx) => setPeopleActive(tx, origin, [bob], false));
  const given = { email: bobs, name: 'Bob', passwordHash: 'x' };
  expect(await byConsole.write((tx) => addPerson(tx, given))).toBeNull();
  expect(await trial.userOf(bob)).toMatchObject({ is_active: false, password_hash: 'a hash' });
  const made = provisionTenant(
    byConsole,
    { slug: `bob-${n}`, name: 'Bob', ownerEmail: bobs },
    { hashPassword },
  );
  await expect(made).rejects.toMatchObject({ name: 'InactiveError' });
});

test('nor does an operator bring a deleted account back', async () => {
  const origin = { actor: { id: trial.root, name: 'root' } };
  const fates = await byConsole.write((tx) => setPeopleActive(tx, origin, [ada], true));
  expect(fates[0]?.why).toMatch(/^The account is deleted/);
  const raw = trial.owner`update platform.users set is_active = true where id = ${ada}`;
  await expect(raw).rejects.toThrow(/users_deleted_check/);
});

test('an erased email is free for somebody new', async () => {
  await erasePerson(byConsole, ada);
  const given = { email, name: 'New', passwordHash: 'x' };
  const made = await byConsole.write((tx) => addPerson(tx, given));
  expect(made?.id).not.toBe(ada);
  expect(await trial.userOf(ada)).toMatchObject({ name: 'Former member', is_active: false });
});

test('nobody but operators adds people or deletes others', async () => {
  const stranger = consoleDb(
    await trial.openSession(await trial.addOwner('eve', [])),
    trial.clients,
  );
  const given = { email, name: 'Eve', passwordHash: 'x' };
  expect(await stranger.write((tx) => addPerson(tx, given))).toBeNull();
  const victim = await trial.addOwner('victim', []);
  const tried = deletePerson(stranger, victim, { ...removal, sites: [] });
  await expect(tried).rejects.toMatchObject({ code: 'not_found' });
  await expect(erasePerson(stranger, ada)).rejects.toMatchObject({ name: 'DeleteError' });
  expect((await trial.userOf(victim)).is_active).toBe(true);
  await trial.owner`update platform.users set is_superuser = false where id <> ${trial.root}`;
  for (const actor of [{ id: trial.root }, undefined]) {
    const own = deletePerson(byConsole, trial.root, { ...removal, sites: [] }, actor);
    await expect(own).rejects.toMatchObject({ name: 'DeleteError' });
  }
});
