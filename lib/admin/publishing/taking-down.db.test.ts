import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { drainJobs } from '../../jobs/drain-jobs';
import { on } from '../../jobs/on';
import { wire } from '../../jobs/wiring';
import { createRecord } from '../../resources/create-record';
import { getRecord } from '../../resources/find-record';
import { updateRecord } from '../../resources/update-record';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { postsResource } from '../resources/posts';
import { planPublication } from './plan-publication';
import { publishDue } from './publish-due';
import { takeDownDue } from './take-down-due';

const wiring = wire([on(['post.created', 'post.updated', 'post.restored'], planPublication)], {
  jobs: [publishDue, takeDownDue],
});
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
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
const read = async (id: string) => (await getRecord(tenants.acme.ctx, postsResource, id)).values;
const make = async (more: Record<string, unknown>) => {
  const { ctx, authorId } = tenants.acme;
  const input = { title: 'For a while', authorId, status: 'published', ...more };
  return (await createRecord(ctx, postsResource, input)).id;
};
async function letTimePass(): Promise<void> {
  await tenants.owner`update posts set unpublish_at = unpublish_at - interval '3 hours'`;
  await tenants.owner`update platform.jobs set run_at = now() where done_at is null`;
}

test('a post is taken down at its time, and keeps the time it was published', async () => {
  const id = await make({ unpublishAt: hours(2) });
  await drain();
  expect(await read(id)).toMatchObject({ status: 'published' });
  const { publishedAt } = await read(id);
  await letTimePass();
  await drain();
  expect(await read(id)).toMatchObject({ status: 'draft', unpublishAt: null, publishedAt });
});

test('a post whose time was taken away stays', async () => {
  const id = await make({ unpublishAt: hours(2) });
  await drain();
  await updateRecord(tenants.acme.ctx, postsResource, id, null, { unpublishAt: null });
  await letTimePass();
  await drain();
  expect(await read(id)).toMatchObject({ status: 'published' });
});

test.each([
  ['a time that has passed', { unpublishAt: hours(-1) }, /has passed/],
  ['before it goes out', { publishedAt: hours(3), unpublishAt: hours(2) }, /before it goes out/],
  ['no address', { canonicalUrl: 'javascript:alert(1)' }, /whole address/],
  ['no host', { canonicalUrl: 'https:///x' }, /whole address/],
])('is refused with words: %s', async (_, more, words) => {
  await expect(make(more)).rejects.toThrow(words);
});

test('giving up the time that has not come publishes now', async () => {
  const id = await make({ publishedAt: hours(2) });
  expect(await read(id)).toMatchObject({ status: 'scheduled' });
  const { ctx } = tenants.acme;
  await updateRecord(ctx, postsResource, id, null, { status: 'published', publishedAt: null });
  const { status, publishedAt } = await read(id);
  expect(status).toBe('published');
  expect(Date.parse(String(publishedAt))).toBeLessThanOrEqual(Date.now());
});
