import { expect } from 'vitest';
import { commentsResource } from '../admin/resources/comments';
import type { MemberContext } from '../auth/viewer';
import { posts } from '../db/schema/tenant';
import { runAction } from '../resources/run-action';
import { tenantTest } from '../testing/tenant-test/tenant-test';
import { countComments } from './count-comments';
import { listOwnComments } from './list-own-comments';
import { listPublicComments } from './list-public-comments';
import { removeOwnComment } from './remove-own-comment';
import { writeComment } from './write-comment';

const test = tenantTest();

type Choice = 'off' | 'held' | 'first' | 'open';
function choosing<C extends MemberContext>(ctx: C, comments: Choice): C {
  return { ...ctx, tenant: { ...ctx.tenant, settings: { ...ctx.tenant.settings, comments } } };
}

async function postOf({ db }: MemberContext, status = 'published'): Promise<string> {
  const rows = await db.read((tx) => tx.select({ id: posts.id, status: posts.status }).from(posts));
  return rows.find((row) => row.status === status)?.id ?? '';
}

const say = (ctx: MemberContext, postId: string, body = 'Words', more: object = {}) =>
  writeComment(ctx, { postId, parentId: null, body, once: crypto.randomUUID(), ...more });
const publicOf = async (ctx: MemberContext, post: string) =>
  (await listPublicComments(ctx, post, null)).comments.map(({ body }) => body);
const approve = (ctx: MemberContext, ...ids: string[]) =>
  runAction(ctx, commentsResource, 'approve', { ids });

test('a held comment is its author’s to see, until it is approved', async ({
  asMember,
  asOwner,
}) => {
  const ctx = choosing(asMember, 'held');
  const staff = choosing(asOwner, 'held');
  const post = await postOf(asOwner);
  const comment = await say(ctx, post, 'Hello');
  expect(comment).toMatchObject({ isHeld: true, author: asMember.viewer.name });
  expect(await publicOf(ctx, post)).toEqual([]);
  expect((await listOwnComments(ctx, ctx.viewer, post)).comments).toHaveLength(1);
  expect((await listOwnComments(staff, staff.viewer, post)).comments).toEqual([]);
  const result = await approve(staff, comment.id);
  expect(result.done).toHaveLength(1);
  expect(await publicOf(ctx, post)).toEqual(['Hello']);
  for (const verb of ['refuse', 'spam', 'discard']) {
    await runAction(staff, commentsResource, verb, { ids: [comment.id] });
    expect(await publicOf(ctx, post)).toEqual([]);
  }
});

test('the site says who waits: all, the first of a person, nobody; and staff never do', async ({
  asMember,
  asOwner,
}) => {
  const post = await postOf(asOwner);
  const isHeld = async (choice: Choice, ctx: MemberContext = asMember) =>
    (await say(choosing(ctx, choice), post)).isHeld;
  expect(await isHeld('held', asOwner)).toBe(false);
  expect(await isHeld('first')).toBe(true);
  expect(await isHeld('open')).toBe(false);
  expect(await isHeld('first')).toBe(false);
  expect(await isHeld('held')).toBe(true);
});

test('drafts, the trash, other tenants’ posts and sites without comments take none', async ({
  asMember,
  asOwner,
  asStranger,
  world,
}) => {
  const ctx = choosing(asMember, 'open');
  const post = await postOf(asOwner);
  const draft = await postOf(asOwner, 'draft');
  const [theirs] = await world.owner`
    select id from posts where tenant_id <> ${asMember.tenant.id} and status = 'published' limit 1`;
  for (const id of [draft, theirs?.id, 'x', crypto.randomUUID()]) {
    await expect(say(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(listPublicComments(ctx, id, null)).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(say(choosing(asMember, 'off'), post)).rejects.toMatchObject({ code: 'not_found' });
  await expect(say(choosing(asStranger, 'open'), post)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await world.owner`update posts set deleted_at = now() where id = ${post}`;
  await expect(say(ctx, post)).rejects.toMatchObject({ code: 'not_found' });
});

test('what is sent twice is one comment, and nobody else’s id is taken', async ({
  asMember,
  asEditor,
}) => {
  const post = await postOf(asEditor);
  const once = crypto.randomUUID();
  const send = (ctx: MemberContext) => say(choosing(ctx, 'open'), post, 'Once', { once });
  const [first, second] = [await send(asMember), await send(asMember)];
  expect(second).toEqual(first);
  expect(await publicOf(choosing(asMember, 'open'), post)).toEqual(['Once']);
  await expect(send(asEditor)).rejects.toMatchObject({ code: 'conflict' });
});

test('replies go one level deep, under what is approved on the same post', async ({
  asMember,
  asOwner,
}) => {
  const ctx = choosing(asMember, 'open');
  const post = await postOf(asOwner);
  const { id } = await say(ctx, post, 'Top');
  const reply = await say(ctx, post, 'Reply', { parentId: id });
  expect(reply.parentId).toBe(id);
  const held = await say(choosing(asMember, 'held'), post);
  for (const parentId of [reply.id, held.id, crypto.randomUUID()]) {
    await expect(say(ctx, post, 'x', { parentId })).rejects.toMatchObject({ code: 'not_found' });
  }
  const page = await listPublicComments(ctx, post, null);
  expect(page.comments.map(({ body, parentId }) => [body, parentId])).toEqual([
    ['Top', null],
    ['Reply', id],
  ]);
});

test('one takes away one’s own comments alone', async ({ asMember, asEditor, world }) => {
  const ctx = choosing(asMember, 'open');
  const post = await postOf(asEditor);
  const { id } = await say(ctx, post);
  await expect(removeOwnComment(choosing(asEditor, 'open'), id)).rejects.toMatchObject({
    code: 'not_found',
  });
  await removeOwnComment(ctx, id);
  expect(await publicOf(ctx, post)).toEqual([]);
  const [row] = await world.owner`select status from comments where id = ${id}`;
  expect(row?.status).toBe('withdrawn');
  for (const verb of ['approve', 'refuse', 'spam', 'discard']) {
    const { done, left } = await runAction(asEditor, commentsResource, verb, { ids: [id] });
    expect([done.length, left[0]?.why], verb).toEqual([0, 'Its author took it away.']);
  }
  await expect(removeOwnComment(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(removeOwnComment(ctx, 'x')).rejects.toMatchObject({ code: 'not_found' });
});

test('who writes very much waits', async ({ asMember, asOwner }) => {
  const ctx = choosing(asMember, 'open');
  const post = await postOf(asOwner);
  for (let n = 0; n < 10; n += 1) await say(ctx, post, `Comment ${n}`);
  await expect(say(ctx, post)).rejects.toMatchObject({ code: 'too_many' });
});

test('who sends many at the same moment gets no more through', async ({ asMember, asOwner }) => {
  const ctx = choosing(asMember, 'open');
  const post = await postOf(asOwner);
  const sent = await Promise.allSettled(Array.from({ length: 16 }, () => say(ctx, post)));
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

test('what is counted is what is shown: replies go with what they answer', async ({
  asMember,
  asOwner,
}) => {
  const ctx = choosing(asMember, 'open');
  const post = await postOf(asOwner);
  const { id } = await say(ctx, post, 'Thread');
  await say(ctx, post, 'Reply', { parentId: id });
  expect(await countComments(ctx, post)).toBe(2);
  await removeOwnComment(ctx, id);
  expect(await publicOf(ctx, post)).toEqual([]);
  expect(await countComments(ctx, post)).toBe(0);
});

test('only who may moderate decides', async ({ asMember, asEditor, asOwner }) => {
  const { id } = await say(choosing(asMember, 'held'), await postOf(asOwner));
  await expect(approve(asMember, id)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await approve(asEditor, id)).done).toHaveLength(1);
});

test('of all pages only that of the post is made anew, and only where something shows', async ({
  asMember,
  asOwner,
  world,
}) => {
  const post = await postOf(asOwner);
  const { id } = await say(choosing(asMember, 'held'), post);
  await approve(asOwner, id);
  await removeOwnComment(choosing(asMember, 'held'), id);
  const told = await world.owner`
    select type, cache_tags from platform.events where subject_id = ${id} order by id`;
  const tags = [`t:${asMember.tenant.id}:comments:${post}`];
  expect(told.map(({ type, cache_tags }) => [type, cache_tags])).toEqual([
    ['comment.created', []],
    ['comment.approved', tags],
    ['comment.trashed', tags],
  ]);
});
