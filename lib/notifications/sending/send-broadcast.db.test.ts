import { expect } from 'vitest';
import { InvalidInput } from '../../errors';
import { drain, notificationTest, receiptsOf, setActive } from '../../testing/notification-test';
import { listInbox } from '../inbox/list-inbox';
import { findAudiencePeople, listAudienceGroups } from './find-audiences';
import { previewAudience } from './preview-audience';
import { readSent } from './read-sent';
import { sendBroadcast } from './send-broadcast';

const test = notificationTest();
const all = { all: true } as const;
const text = { title: 'Lunch', body: 'At noon.\n\nBring plates.' };

test('everybody of the tenant gets a broadcast and hears of it, and nobody of another one', async ({
  world,
  tenant,
  other,
  asOwner,
  asMember,
  asStranger,
  told,
}) => {
  told.take();
  const { id, recipients } = await sendBroadcast(asOwner, {
    ...text,
    href: '/blog',
    audience: all,
  });
  expect(recipients).toBe(3);
  expect(await receiptsOf(world, id), 'the job does it').toHaveLength(0);
  await drain(world);
  const rows = await receiptsOf(world, id);
  expect(rows.map((row) => row.user_id).sort()).toEqual(
    Object.values(tenant.people)
      .map((one) => one.id)
      .sort(),
  );
  expect(new Set(rows.map((row) => row.tenant_id))).toEqual(new Set([tenant.id]));
  const said = told.take();
  expect(said.flatMap(({ channels }) => channels).sort()).toEqual(
    rows.map((row) => `private-user-${row.user_id}`).sort(),
  );
  for (const { name, data } of said) {
    expect(name).toBe('notification');
    expect(data, 'no words').toEqual({ tenant: tenant.id, id, kind: 'broadcast' });
  }
  expect((await listInbox(asMember)).items).toMatchObject([{ id, ...text, href: '/blog' }]);
  expect((await listInbox(asStranger)).items).toEqual([]);
  const [leak] = await world.owner`
    select count(*)::int as n from notification_receipts where tenant_id = ${other.id}`;
  expect(leak?.n).toBe(0);
});

test('a group or some people get it, and who left the group meanwhile does not', async ({
  world,
  tenant,
  asOwner,
}) => {
  const { owner } = world;
  const { editor, member } = tenant.people;
  const [group] = await owner`
    insert into platform.groups (tenant_id, name) values (${tenant.id}, 'Cooks') returning id`;
  await owner`
    insert into platform.group_members (tenant_id, group_id, membership_id)
    select tenant_id, ${group?.id}, id from platform.memberships
    where tenant_id = ${tenant.id} and user_id in ${owner([editor.id, member.id])}`;
  const toGroup = { ...text, audience: { group: String(group?.id) } };
  expect(await previewAudience(asOwner, toGroup.audience)).toEqual({
    recipients: 2,
    names: [editor.name, member.name],
  });
  expect(await listAudienceGroups(asOwner)).toEqual([{ id: group?.id, name: 'Cooks', members: 2 }]);
  const first = await sendBroadcast(asOwner, toGroup);
  expect((await readSent(asOwner, first.id)).audienceLabel).toBe('Cooks');
  await owner`
    delete from platform.group_members g using platform.memberships m
    where m.id = g.membership_id and m.user_id = ${editor.id}`;
  await drain(world);
  expect((await receiptsOf(world, first.id)).map((row) => row.user_id)).toEqual([member.id]);
  const second = await sendBroadcast(asOwner, {
    ...text,
    audience: { users: [editor.id, editor.id, member.id] },
  });
  expect(second.recipients).toBe(2);
  expect((await readSent(asOwner, second.id)).audienceLabel).toBe('2 people');
  await drain(world);
  expect(await receiptsOf(world, second.id)).toHaveLength(2);
});

test('people and groups of another tenant are refused', async ({
  world,
  tenant,
  other,
  asOwner,
}) => {
  const [theirs] = await world.owner`
    insert into platform.groups (tenant_id, name) values (${other.id}, 'Cooks') returning id`;
  const foreign = [
    { group: String(theirs?.id) },
    { users: [other.people.member.id] },
    { users: [tenant.people.member.id, other.people.owner.id] },
    { users: [] },
    { group: 'x' },
  ];
  for (const audience of foreign) {
    await expect(sendBroadcast(asOwner, { ...text, audience })).rejects.toThrow(InvalidInput);
    await expect(previewAudience(asOwner, audience)).rejects.toThrow(InvalidInput);
  }
  const [row] = await world.owner`
    select count(*)::int as n from notifications where tenant_id = ${tenant.id}`;
  expect(row?.n).toBe(0);
});

test('people to write to are found by name or address, this tenant’s alone', async ({
  world,
  tenant,
  other,
  asOwner,
  asMember,
}) => {
  const { editor, member } = tenant.people;
  const found = await findAudiencePeople(asOwner, 'EDITOR of');
  expect(found).toEqual([{ userId: editor.id, name: editor.name, email: editor.email }]);
  expect(await findAudiencePeople(asOwner, other.people.member.email)).toEqual([]);
  expect(await findAudiencePeople(asOwner, '%_\\')).toEqual([]);
  await setActive(world, tenant, member, false);
  expect(await findAudiencePeople(asOwner, '')).toHaveLength(2);
  for (const ask of [findAudiencePeople(asMember, ''), listAudienceGroups(asMember)]) {
    await expect(ask).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('who is deactivated when it is sent gets nothing', async ({ world, tenant, asOwner }) => {
  const { editor, member } = tenant.people;
  const audience = { users: [editor.id, member.id] };
  const { id } = await sendBroadcast(asOwner, { ...text, audience });
  await setActive(world, tenant, member, false);
  await drain(world);
  expect((await receiptsOf(world, id)).map((row) => row.user_id)).toEqual([editor.id]);
  const again = await sendBroadcast(asOwner, { ...text, audience: all });
  expect(again.recipients).toBe(2);
});

test('only who may send does, and texts are plain and short', async ({
  asOwner,
  asEditor,
  asMember,
}) => {
  await sendBroadcast(asEditor, { ...text, audience: all });
  await expect(sendBroadcast(asMember, { ...text, audience: all })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(previewAudience(asMember, all)).rejects.toMatchObject({ code: 'forbidden' });
  const wrong: [object, string][] = [
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(121) }, 'title'],
    [{ title: 'a\nb' }, 'title'],
    [{ body: 'x'.repeat(2001) }, 'body'],
    [{ body: 'a\0b' }, 'body'],
    [{ href: 'https://evil.test' }, 'href'],
    [{ href: '//evil.test' }, 'href'],
    [{ scheduledFor: new Date(Date.now() - 1000) }, 'scheduledFor'],
    [{ audience: {} }, 'audience'],
  ];
  for (const [part, field] of wrong) {
    const error = await sendBroadcast(asOwner, { ...text, audience: all, ...part }).catch(
      (one) => one,
    );
    expect([field, Object.keys(error.fields ?? {})]).toEqual([field, [field]]);
  }
});
