import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createRecord } from '../../resources/create-record';
import { deleteForever } from '../../resources/delete-forever';
import { readListQuery } from '../../resources/list-query';
import { listRecords } from '../../resources/list-records';
import { updateRecord } from '../../resources/update-record';
import { type PublicGroupTrial, publicGroupTrial } from '../../testing/public-group-trial';
import { publicGroupsResource as resource } from '../resources/public-groups';
import { addGroupMember } from './add-group-member';
import { findPeopleToAdd } from './find-people-to-add';
import { listGroupMembers } from './list-group-members';
import { readPublicGroup } from './read-public-group';
import { removeGroupMember } from './remove-group-member';

let trial: PublicGroupTrial;
let ctx: Awaited<ReturnType<PublicGroupTrial['contextOf']>>;
let ada: string;
beforeAll(async () => {
  trial = await publicGroupTrial();
  ada = await trial.addPerson('ada', false);
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.clear();
  ctx = await trial.contextOf(trial.root);
});

const events = () => trial.owner`
  select type, tenant_id, subject_id, actor_id, payload from platform.events order by id`;
const namesOf = async (by = ctx) => {
  const { records } = await listRecords(by, resource, readListQuery(resource, {}));
  return records.map(({ values }) => values.name);
};
const make = (name: string, by = ctx) => createRecord(by, resource, { name, description: '' });

test('a group is made, renamed and deleted, each with its event', async () => {
  const { id } = await make('Sailors');
  await make('Anglers');
  expect(await namesOf()).toEqual(['Anglers', 'Sailors']);
  await updateRecord(ctx, resource, id, null, { name: 'Skippers', description: 'Who sail.' });
  await trial.owner`insert into platform.public_group_members (group_id, user_id) values (${id}, ${ada})`;
  const { done } = await deleteForever(ctx, resource, { ids: [id] });
  expect(done).toEqual([{ id, label: 'Skippers' }]);
  expect(await namesOf()).toEqual(['Anglers']);
  const told = (await events()).filter(({ subject_id }) => subject_id === id);
  expect(told).toMatchObject([
    { type: 'public-group.created', tenant_id: null, actor_id: trial.root },
    { type: 'public-group.updated', payload: { changes: { name: ['Sailors', 'Skippers'] } } },
    { type: 'public-group.deleted', payload: { resource: 'public-groups', label: 'Skippers' } },
  ]);
});

test('a name is given once, and a form that is sent twice makes one group', async () => {
  const once = randomUUID();
  const input = { name: 'Sailors', description: '' };
  const made = await createRecord(ctx, resource, input, { once });
  expect((await createRecord(ctx, resource, input, { once })).id).toBe(made.id);
  await expect(make('sailors')).rejects.toMatchObject({
    errors: { fields: { name: ['“sailors” is taken.'] } },
  });
  expect(await namesOf()).toEqual(['Sailors']);
  expect(await events()).toHaveLength(1);
});

test('who comes and goes is written down with both names, and counts the epoch up', async () => {
  const id = await trial.addGroup('Sailors');
  const added = await addGroupMember(ctx, id, { email: ' ADA@console.test ' });
  expect(added).toEqual({ name: 'ada', isNew: true });
  expect(await trial.epochOf(id)).toBe(2);
  expect(await addGroupMember(ctx, id, { userId: ada })).toEqual({ name: 'ada', isNew: false });
  expect(await trial.epochOf(id), 'twice is once').toBe(2);
  expect(await readPublicGroup(ctx, id)).toEqual({ id, name: 'Sailors', members: 1 });
  expect(await removeGroupMember(ctx, id, ada)).toBe(true);
  expect(await removeGroupMember(ctx, id, ada)).toBe(false);
  expect(await trial.epochOf(id)).toBe(3);
  const person = { id: ada, name: 'ada', email: 'ada@console.test' };
  const about = { resource: 'public-groups', label: 'Sailors' };
  expect(await events()).toMatchObject([
    {
      ...{ type: 'public-group.member-added', subject_id: id },
      payload: { ...about, to: person, changes: { member: [null, 'ada'] } },
    },
    {
      ...{ type: 'public-group.member-removed', subject_id: id },
      payload: { ...about, from: person, changes: { member: ['ada', null] } },
    },
  ]);
  const jobs = await trial.owner`
    select payload ->> 'userIds' as people from platform.jobs where kind = 'realtime.rekey' order by id`;
  expect(jobs.map(({ people }) => people)).toEqual([`["${ada}"]`, '[]']);
});

test('only an account that may sign in is added, and one that may not any more is in none', async () => {
  const id = await trial.addGroup('Sailors');
  const gone = await trial.addPerson('gone', false, false);
  for (const [key, words] of [
    [{ email: 'nobody@console.test' }, 'Nobody has an account with this email.'],
    [{ userId: gone }, 'gone cannot sign in.'],
  ] as const) {
    await expect(addGroupMember(ctx, id, key)).rejects.toMatchObject({
      fields: { email: [words] },
    });
  }
  await expect(addGroupMember(ctx, randomUUID(), { userId: ada })).rejects.toMatchObject({
    code: 'not_found',
  });
  const leaver = await trial.addPerson('leaver', false);
  await addGroupMember(ctx, id, { userId: leaver });
  await trial.owner`update platform.users set is_active = false where id = ${leaver}`;
  expect((await listGroupMembers(ctx, id))?.people).toEqual([]);
  expect(await trial.epochOf(id)).toBe(3);
});

test('people are found by name and address, and it is said who is in the group', async () => {
  const id = await trial.addGroup('Sailors', ada);
  const found = await findPeopleToAdd(ctx, id, 'CONSOLE.test');
  expect(found.map(({ name, isMember }) => [name, isMember])).toEqual([
    ['ada', true],
    ['root', false],
  ]);
  expect(await findPeopleToAdd(ctx, id, '%')).toEqual([]);
  expect(await findPeopleToAdd(ctx, id, ' ')).toEqual([]);
});

test('many members come in pages by name', async () => {
  const id = await trial.addGroup('Many');
  await trial.owner`
    with people as (
      insert into platform.users (email, name) select 'many-' || n || '@many.test', 'One of many'
      from generate_series(1, 120) n returning id)
    insert into platform.public_group_members (group_id, user_id) select ${id}, id from people`;
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page = await listGroupMembers(ctx, id, after || undefined);
    expect(page?.total).toBe(120);
    seen.push(...(page?.people.map((one) => one.id) ?? []));
    after = page?.next ?? null;
  }
  expect(new Set(seen).size).toBe(120);
  await trial.owner`delete from platform.users where email like '%@many.test'`;
});

test.each<[who: string, context: () => ReturnType<PublicGroupTrial['contextOf']>]>([
  ['somebody who is no superuser', () => trial.contextOf(ada)],
  [
    'the superuser at a tenant’s host',
    () => trial.contextOf(trial.root, { tenant_id: trial.acme.id }),
  ],
  ['an ended session', () => trial.contextOf(trial.root, { revoked_at: new Date() })],
])('%s sees no group and changes none', async (_who, context) => {
  const id = await trial.addGroup('Sailors', ada);
  const by = await context();
  expect(await namesOf(by)).toEqual([]);
  expect(await listGroupMembers(by, id)).toBeNull();
  expect(await findPeopleToAdd(by, id, 'ada')).toEqual([]);
  await expect(make('Others', by)).rejects.toBeDefined();
  await expect(updateRecord(by, resource, id, null, { name: 'x' })).rejects.toBeDefined();
  expect((await deleteForever(by, resource, { ids: [id] })).done).toEqual([]);
  await expect(addGroupMember(by, id, { userId: trial.root })).rejects.toBeDefined();
  await expect(removeGroupMember(by, id, ada)).rejects.toBeDefined();
  expect(await readPublicGroup(ctx, id)).toMatchObject({ members: 1 });
  expect(await events()).toEqual([]);
});

test('erasing somebody takes their name out of what the log shows of them', async () => {
  const id = await trial.addGroup('Sailors');
  const leaver = await trial.addPerson('erased', false);
  await addGroupMember(ctx, id, { userId: leaver });
  await trial.owner`
    update platform.users set is_active = false, deleted_at = now(), erased_at = now() where id = ${leaver}`;
  await trial.owner`select platform.seal_audit(null)`;
  const [entry] = await trial.owner`
    select label, payload::text as payload from platform.shown_audit_log
    where type = 'public-group.member-added' order by id desc limit 1`;
  expect(entry?.label).toBe('Sailors');
  expect(entry?.payload).not.toContain('erased');
});
