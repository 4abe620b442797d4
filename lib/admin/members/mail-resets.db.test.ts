import { expect } from 'vitest';
import { actOn, idOf } from '../../testing/member-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';

const test = tenantTest({ rows: async () => {} });

test('the mail goes to the person, the password stays, and it is told', async ({
  world,
  tenant,
  other,
  asOwner,
}) => {
  const { editor } = tenant.people;
  const id = await idOf(world, tenant.id, editor);
  const before =
    await world.owner`select password_hash from platform.users where id = ${editor.id}`;
  expect(await actOn(asOwner, 'mail-reset', id)).toEqual(['done']);
  const [link] = await world.owner`
    select id, email, tenant_id from platform.one_time_links where purpose = 'reset' and email = ${editor.email}`;
  expect(link).toMatchObject({ tenant_id: tenant.id });
  const jobs = await world.owner`
    select payload from platform.jobs where kind = 'identity-mail' and payload ->> 'link' = ${link?.id}`;
  expect(jobs).toHaveLength(1);
  const told = await world.owner`
    select actor_id, payload from platform.events where type = 'member.reset-mailed'`;
  expect(told).toHaveLength(1);
  expect(told[0]?.actor_id).toBe(tenant.people.owner.id);
  const after = await world.owner`select password_hash from platform.users where id = ${editor.id}`;
  expect(after).toEqual(before);
  const theirs = await enterAs(other.people.owner, other.id, world.client);
  expect((await actOn(theirs, 'mail-reset', id))[0]).toContain('no such');
});

test('nobody is written to again and again; who may not change members asks in vain', async ({
  world,
  tenant,
  asOwner,
  asEditor,
}) => {
  const { member } = tenant.people;
  const id = await idOf(world, tenant.id, member);
  await expect(actOn(asEditor, 'mail-reset', id)).rejects.toMatchObject({ code: 'forbidden' });
  for (let n = 0; n < 5; n += 1) expect(await actOn(asOwner, 'mail-reset', id)).toEqual(['done']);
  expect((await actOn(asOwner, 'mail-reset', id))[0]).toContain('Too many attempts');
});
