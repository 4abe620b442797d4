import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findPublishedPost } from '../../blog/find-published-post';
import { drainJobs } from '../../jobs/drain-jobs';
import { on } from '../../jobs/on';
import { wire } from '../../jobs/wiring';
import { createRecord } from '../../resources/create-record';
import { getRecord } from '../../resources/find-record';
import { runAction } from '../../resources/run-action';
import { updateRecord } from '../../resources/update-record';
import type { TenantContext } from '../../tenancy/tenant';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { postsResource } from '../resources/posts';
import { planPublication } from './plan-publication';
import { publishDue } from './publish-due';

const wiring = wire([on(['post.created', 'post.updated', 'post.restored'], planPublication)], {
  jobs: [publishDue],
});
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
});
afterAll(() => tenants.close());
beforeEach(async () => {
  await tenants.owner`delete from posts`;
  await tenants.owner`delete from platform.jobs`;
  await tenants.owner`delete from platform.events`;
});

const drain = () => drainJobs(tenants.client, wiring);
const schedule = async (publishedAt = inAnHour()) => {
  const { ctx, authorId } = tenants.acme;
  const input = { title: 'Later', authorId, status: 'published', publishedAt };
  return (await createRecord(ctx, postsResource, input)).id;
};
const statusOf = async (id: string) =>
  (await getRecord(tenants.acme.ctx, postsResource, id)).values.status;
const isPublic = async () =>
  (await findPublishedPost(tenants.acme.ctx as unknown as TenantContext, 'later')) !== null;
const waiting = async () => {
  const rows = await tenants.owner`
    select run_at from platform.jobs where kind = 'post.publish-due' and done_at is null`;
  return rows.map(({ run_at }) => run_at.toISOString());
};
/** The hour has passed. */
async function letTimePass(): Promise<void> {
  await tenants.owner`update posts set published_at = published_at - interval '61 minutes'`;
  await tenants.owner`
    update platform.jobs set run_at = run_at - interval '61 minutes' where kind = 'post.publish-due'`;
}

test('a post for later is nobody’s business until then, and then it is published', async () => {
  const time = inAnHour();
  const id = await schedule(time);
  expect(await statusOf(id)).toBe('scheduled');
  await drain();
  expect(await waiting()).toEqual([time]);
  expect(await isPublic()).toBe(false);
  await letTimePass();
  await drain();
  expect(await statusOf(id)).toBe('published');
  expect(await isPublic()).toBe(true);
  const [event] = await tenants.owner`
    select payload from platform.events where type = 'post.published'`;
  expect(event?.payload.changes.status).toEqual(['scheduled', 'published']);
});

test('what is put off, taken back or thrown away is not published', async () => {
  const { ctx } = tenants.acme;
  const put = await schedule();
  await drain();
  await updateRecord(ctx, postsResource, put, null, {
    publishedAt: new Date(Date.now() + 7_200_000).toISOString(),
  });
  await drain();
  expect(await waiting()).toHaveLength(2);
  await tenants.owner`update platform.jobs set run_at = now() where id = (select min(id) from platform.jobs where kind = 'post.publish-due')`;
  await drain();
  expect(await statusOf(put)).toBe('scheduled');
  await runAction(ctx, postsResource, 'unpublish', { ids: [put] });
  const { values } = await getRecord(ctx, postsResource, put);
  expect(values).toMatchObject({ status: 'draft', publishedAt: null });
  await tenants.owner`update platform.jobs set run_at = now() where done_at is null`;
  await drain();
  expect(await isPublic()).toBe(false);
});

test('“Publish” means now, and what is public is not scheduled', async () => {
  const { ctx } = tenants.acme;
  const id = await schedule();
  await runAction(ctx, postsResource, 'publish', { ids: [id] });
  const { values } = await getRecord(ctx, postsResource, id);
  expect(values.status).toBe('published');
  expect(Date.parse(String(values.publishedAt))).toBeLessThanOrEqual(Date.now());
  const again = updateRecord(ctx, postsResource, id, null, { publishedAt: inAnHour() });
  await expect(again).rejects.toMatchObject({ code: 'bad_input' });
});
