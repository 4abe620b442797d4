import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import { createRecord } from '../../resources/create-record';
import { getRecord } from '../../resources/find-record';
import { recordHistory } from '../../resources/record-history';
import { runAction } from '../../resources/run-action';
import { updateRecord } from '../../resources/update-record';
import { tenantState } from '../../state/tenant-state';
import type { TenantInfo } from '../../tenancy/tenant';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { postsResource } from '../resources/posts';
import { autosavePost, type Writings } from './autosave-post';
import { dropPostDraft, findPostDraft } from './post-draft';

let tenants: TwoTenants;
let ada: MemberContext;
beforeAll(async () => {
  tenants = await openTwoTenants();
  ada = asMember('acme', 'Ada');
});
afterAll(() => tenants.close());
beforeEach(() => tenants.owner`delete from posts`);

function asMember(tenant: 'acme' | 'globex', name: string): MemberContext {
  const { ctx } = tenants[tenant];
  const viewer = { userId: ctx.actor?.id ?? randomUUID(), name };
  const state = (space: string) => tenantState(ctx.tenant as TenantInfo, space);
  return { ...ctx, viewer, state } as unknown as MemberContext;
}
const tab = randomUUID();
const save = (more: Partial<Writings>, ctx = ada) =>
  autosavePost(ctx, { post: null, once: randomUUID(), tab, version: null, values: {}, ...more });
const make = async (more: Record<string, unknown> = {}) => {
  const { ctx, authorId } = tenants.acme;
  return createRecord(ctx, postsResource, { title: 'Stones', authorId, ...more });
};

test('the first words make a draft, once', async () => {
  const { authorId } = tenants.acme;
  const once = randomUUID();
  const values = { title: '', body: 'First words', authorId, status: 'published' };
  const first = await save({ once, values });
  await save({ once, values });
  const { values: stored } = await getRecord(tenants.acme.ctx, postsResource, first.id);
  expect(stored).toMatchObject({ title: 'Untitled', body: 'First words', status: 'draft' });
  expect(await tenants.owner`select 1 from posts`).toHaveLength(1);
});

test('who has not chosen an author is one, and stays it until they choose', async () => {
  await tenants.owner`delete from authors where name = 'Nora New'`;
  const nora = asMember('acme', 'Nora New');
  const values = { title: 'First', authorId: '' };
  const first = await save({ values }, nora);
  const second = await save({ values: { title: 'Second', authorId: '' } }, nora);
  const rows = await tenants.owner`
    select a.name from posts p join authors a on a.id = p.author_id where p.id in (${first.id}, ${second.id})`;
  expect(rows.map(({ name }) => name)).toEqual(['Nora New', 'Nora New']);
  expect(await tenants.owner`select 1 from authors where name = 'Nora New'`).toHaveLength(1);
  const again = { post: first.id, version: 1, values: { title: 'First, again', authorId: '' } };
  expect((await save(again, nora)).faults).toEqual({});
});

test('a draft takes what is written; in its history that is one change', async () => {
  const { id } = await make();
  const one = await save({ post: id, version: 1, values: { body: 'One' } });
  const two = await save({ post: id, version: one.version, values: { body: 'One two' } });
  await save({ post: id, version: two.version, values: { body: 'One two three' } });
  const { versions } = await recordHistory(tenants.acme.ctx, postsResource, id);
  expect(versions).toHaveLength(2);
  expect(versions[0]?.changes).toMatchObject([{ field: 'body', after: 'One two three' }]);
  const events = await tenants.owner`
    select 1 from platform.events where subject_id = ${id} and type = 'post.updated'`;
  expect(events).toHaveLength(1);
  await updateRecord(tenants.acme.ctx, postsResource, id, 4, { body: 'By hand' });
  const after = await recordHistory(tenants.acme.ctx, postsResource, id);
  expect(after.versions).toHaveLength(3);
});

test('readers of a public post see nothing of what is not published', async () => {
  const { id } = await make({ status: 'published', body: 'Public' });
  const kept = await save({ post: id, version: 1, values: { body: 'Not yet', status: 'draft' } });
  expect(kept).toMatchObject({ kept: 'draft', version: 1, faults: {} });
  const { values } = await getRecord(tenants.acme.ctx, postsResource, id);
  expect(values).toMatchObject({ body: 'Public', status: 'published' });
  expect(await findPostDraft(ada, id)).toMatchObject({
    values: { body: 'Not yet' },
    baseVersion: 1,
  });
  await dropPostDraft(ada, id);
  expect(await findPostDraft(ada, id)).toBeNull();
  // Ids come from addresses.
  await dropPostDraft(ada, 'x');
  expect(await findPostDraft(ada, 'x')).toBeNull();
});

test('what waited goes on being written where the post was taken down meanwhile', async () => {
  const { ctx } = tenants.acme;
  const { id } = await make({ status: 'published', body: 'Public' });
  await save({ post: id, version: 1, values: { body: 'Waits' } });
  await runAction(ctx, postsResource, 'unpublish', { ids: [id] });
  const kept = await save({ post: id, version: 1, values: { body: 'Waits, and more' } });
  expect(kept).toMatchObject({ kept: 'post', version: 3, faults: {} });
  expect((await getRecord(ctx, postsResource, id)).values).toMatchObject({
    ...{ body: 'Waits, and more', status: 'draft' },
  });
  expect(await findPostDraft(ada, id)).toBeNull();
});

test('what somebody else wrote there is not thrown away by a page that never saw it', async () => {
  const { id } = await make({ status: 'published', body: 'Public' });
  await save({ post: id, version: 1, values: { body: 'Of somebody else' } });
  await tenants.owner`update post_drafts set actor_id = gen_random_uuid()`;
  await runAction(tenants.acme.ctx, postsResource, 'unpublish', { ids: [id] });
  const late = save({ post: id, version: 1, values: { body: 'Mine' } });
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  expect(await findPostDraft(ada, id)).toMatchObject({ values: { body: 'Of somebody else' } });
});

test('what somebody changed beside it is not written over', async () => {
  const { ctx } = tenants.acme;
  const { id } = await make({ status: 'published', body: 'Public' });
  await save({ post: id, version: 1, values: { body: 'Waits' } });
  await updateRecord(ctx, postsResource, id, 1, { body: 'Put right' });
  await runAction(ctx, postsResource, 'unpublish', { ids: [id] });
  const late = save({ post: id, version: 1, values: { body: 'Waits, and more' } });
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  expect(await findPostDraft(ada, id)).toMatchObject({ values: { body: 'Waits' } });
});

test('a fault in one field keeps no other from being saved', async () => {
  const { id } = await make();
  const values = { slug: 'Not a slug!', canonicalUrl: 'nonsense', body: 'Kept' };
  const saved = await save({ post: id, version: 1, values });
  expect(Object.keys(saved.faults).sort()).toEqual(['canonicalUrl', 'slug']);
  const record = await getRecord(tenants.acme.ctx, postsResource, id);
  expect(record.values).toMatchObject({ body: 'Kept', slug: 'stones' });
});

test('what somebody else has saved is not written over, and neither is a post in the trash', async () => {
  const { id } = await make();
  await updateRecord(tenants.acme.ctx, postsResource, id, 1, { body: 'Quicker' });
  const late = save({ post: id, version: 1, values: { body: 'Late' } });
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  await tenants.owner`update posts set deleted_at = now()`;
  const gone = save({ post: id, version: 2, values: { body: 'Gone' } });
  await expect(gone).rejects.toMatchObject({ code: 'not_found' });
});

test('one page writes at a time, and nobody from another tenant', async () => {
  const { id } = await make();
  await save({ post: id, version: 1, values: { body: 'Mine' } });
  const other = save({ post: id, tab: randomUUID(), version: 2, values: { body: 'Other' } });
  await expect(other).rejects.toThrow(/another tab/);
  const stranger = save({ post: id, version: 2, values: { body: 'X' } }, asMember('globex', 'Gus'));
  await expect(stranger).rejects.toMatchObject({ code: 'not_found' });
});
