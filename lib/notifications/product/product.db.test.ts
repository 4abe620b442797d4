import { expect } from 'vitest';
import { changeMember } from '../../admin/members/change-member';
import { postsResource } from '../../admin/resources/posts';
import type { EventType } from '../../events/event-types';
import { on } from '../../jobs/on';
import { reactions } from '../../reactions';
import { createRecord } from '../../resources/create-record';
import { updateRecord } from '../../resources/update-record';
import { idOf } from '../../testing/member-trial';
import { drain, notificationTest, onlyOne, receiptsOf } from '../../testing/notification-test';
import type { TestTenant } from '../../testing/tenant-test/test-tenant';
import type { TestWorld } from '../../testing/tenant-test/test-world';
import { listInbox } from '../inbox/list-inbox';
import { writePreferences } from '../preferences/write-preferences';
import { tellOfInvitation } from './tell-of-invitation';
import { tellOfMembership } from './tell-of-membership';
import { tellOfPost } from './tell-of-post';

const test = notificationTest();
const own = [
  on(['post.published', 'post.updated', 'post.created'], tellOfPost),
  on('invitation.accepted', tellOfInvitation),
  on('member.updated', tellOfMembership),
];

interface Happened {
  type: EventType;
  subjectId: string;
  actor: { id: string; name: string };
}

function happen({ owner }: TestWorld, { id }: TestTenant, { type, subjectId, actor }: Happened) {
  return owner`
    insert into platform.events (tenant_id, type, subject_id, actor_id, actor_name)
    values (${id}, ${type}, ${subjectId}, ${actor.id}, ${actor.name})`;
}

async function addPost({ owner }: TestWorld, { id }: TestTenant, status = 'published') {
  const [row] = await owner`
    with author as (
      insert into authors (tenant_id, slug, name) values (${id}, 'ann', 'Ann') returning id)
    insert into posts (tenant_id, slug, title, description, status, published_at, author_id)
    select ${id}, 'hello', 'Hello', 'A word.', ${status}, now(), id from author returning id`;
  return String(row?.id);
}

test('a published post is told to staff, and to readers who want it, but not to who did it', async ({
  world,
  tenant,
  asMember,
  asOwner,
}) => {
  const { owner, editor, member } = tenant.people;
  const subjectId = await addPost(world, tenant);
  await happen(world, tenant, { type: 'post.published', subjectId, actor: editor });
  await drain(world, own);
  const first = await onlyOne(world, tenant, 'published');
  expect(first).toMatchObject({ title: 'New post: Hello', body: 'A word.', href: '/blog/hello' });
  expect((await receiptsOf(world, first.id)).map((row) => row.user_id)).toEqual([owner.id]);
  await world.owner`delete from notifications where tenant_id = ${tenant.id}`;
  await writePreferences(asMember, [{ kind: 'published', inApp: true }]);
  await writePreferences(asOwner, [{ kind: 'published', inApp: false }]);
  await happen(world, tenant, { type: 'post.published', subjectId, actor: editor });
  await drain(world, own);
  const { id } = await onlyOne(world, tenant, 'published');
  expect((await receiptsOf(world, id)).map((row) => row.user_id)).toEqual([member.id]);
});

test('a post that its form publishes is told as well, and other changes of it are not', async ({
  world,
  tenant,
  asEditor,
}) => {
  await world.owner`insert into authors (tenant_id, slug, name) values (${tenant.id}, 'ann', 'Ann')`;
  const [author] = await world.owner`select id from authors where tenant_id = ${tenant.id}`;
  const given = { title: 'Hello', authorId: author?.id };
  const { id } = await createRecord(asEditor, postsResource, given);
  const change = async (values: Record<string, unknown>) => {
    await updateRecord(asEditor, postsResource, id, null, values);
    await drain(world, own);
  };
  await change({ title: 'Hello you' });
  await expect(onlyOne(world, tenant, 'published')).rejects.toThrow('There are 0');
  await change({ status: 'published' });
  await change({ body: 'More.' });
  expect(await onlyOne(world, tenant, 'published')).toMatchObject({ title: 'New post: Hello you' });
});

test('what is brought in and came out long ago is no news', async ({ world, tenant, asEditor }) => {
  await world.owner`insert into authors (tenant_id, slug, name) values (${tenant.id}, 'ann', 'Ann')`;
  const [author] = await world.owner`select id from authors where tenant_id = ${tenant.id}`;
  const given = { title: 'Old', authorId: author?.id, status: 'published' };
  await createRecord(asEditor, postsResource, { ...given, publishedAt: '2024-05-01T10:00:00Z' });
  await drain(world, own);
  await expect(onlyOne(world, tenant, 'published')).rejects.toThrow('There are 0');
  await createRecord(asEditor, postsResource, { ...given, title: 'New' });
  await drain(world, own);
  expect(await onlyOne(world, tenant, 'published')).toMatchObject({ title: 'New post: New' });
});

test('who wants it by mail alone has it in no inbox', async ({ world, tenant, asMember }) => {
  await writePreferences(asMember, [{ kind: 'published', inApp: false, email: 'digest' }]);
  const subjectId = await addPost(world, tenant);
  await happen(world, tenant, { type: 'post.published', subjectId, actor: tenant.people.editor });
  await drain(world, own);
  expect((await listInbox(asMember)).items).toEqual([]);
  const { id } = await onlyOne(world, tenant, 'published');
  const rows = await receiptsOf(world, id);
  expect(rows.map((row) => [row.user_id, row.in_app, row.email])).toContainEqual([
    ...[tenant.people.member.id, false, 'digest'],
  ]);
});

test('an event is told once, whatever is repeated, and nothing of what was taken back', async ({
  world,
  tenant,
}) => {
  const subjectId = await addPost(world, tenant);
  const event = { type: 'post.published', subjectId, actor: tenant.people.editor } as const;
  await happen(world, tenant, event);
  await drain(world, own);
  await world.owner`update platform.jobs set done_at = null, run_at = now() where tenant_id = ${tenant.id}`;
  await drain(world, own);
  const { id } = await onlyOne(world, tenant, 'published');
  expect(await receiptsOf(world, id)).toHaveLength(1);
  await world.owner`update posts set status = 'draft' where id = ${subjectId}`;
  await happen(world, tenant, event);
  await drain(world, own);
  await onlyOne(world, tenant, 'published');
});

test('an accepted invitation is told to who sent it and to who runs the site', async ({
  world,
  tenant,
}) => {
  const { owner, editor, member } = tenant.people;
  const [row] = await world.owner`
    insert into platform.invitations (tenant_id, email, role, invited_by, expires_at)
    values (${tenant.id}, 'new@example.com', 'member', ${editor.id}, now() + interval '1 day')
    returning id`;
  const subjectId = String(row?.id);
  await happen(world, tenant, { type: 'invitation.accepted', subjectId, actor: member });
  await drain(world, own);
  const told = await onlyOne(world, tenant, 'invited');
  expect(told).toMatchObject({ title: `${member.name} has joined`, about_id: member.id });
  expect((await receiptsOf(world, told.id)).map((one) => one.user_id).sort()).toEqual(
    [owner.id, editor.id].sort(),
  );
});

test('another role is told to the person alone', async ({ world, tenant, asOwner }) => {
  const { member } = tenant.people;
  await changeMember(asOwner, await idOf(world, tenant.id, member), { role: 'editor' });
  await drain(world, own);
  const told = await onlyOne(world, tenant, 'membership');
  expect(told).toMatchObject({
    title: `Your role at ${tenant.name} is editor now`,
    body: 'Before it was member.',
  });
  expect((await receiptsOf(world, told.id)).map((row) => row.user_id)).toEqual([member.id]);
});

test('who becomes a member is welcomed', async ({ world, tenant }) => {
  const { member } = tenant.people;
  await drain(world, [on(['member.added', 'member.updated'], tellOfMembership)]);
  const actor = { id: member.id, name: member.name };
  await happen(world, tenant, { type: 'member.added', subjectId: member.id, actor });
  await drain(world, [on(['member.added', 'member.updated'], tellOfMembership)]);
  const rows = await world.owner`
    select title from notifications n join notification_receipts r on r.notification_id = n.id
    where n.tenant_id = ${tenant.id} and r.user_id = ${member.id}`;
  expect(rows.map(({ title }) => title)).toContain(`Welcome to ${tenant.name}`);
});

test('the application hears of all of them', () => {
  const kinds = reactions.map(({ handler }) => handler.kind);
  for (const handler of [tellOfPost, tellOfInvitation, tellOfMembership]) {
    expect(kinds).toContain(handler.kind);
  }
});
