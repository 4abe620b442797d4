import { expect } from 'vitest';
import { tenantApiTest } from '@/lib/testing/tenant-test/tenant-api-test';

const test = tenantApiTest();

test('everybody reads what is published, staff drafts as well', async ({
  api,
  asEditor,
  tenant,
}) => {
  const titles = async (client: typeof api) =>
    (await client.get('/posts')).json.data.map(({ title }: { title: string }) => title).sort();

  expect(await titles(api)).toEqual([`Hello from ${tenant.name}`]);
  expect(await titles(api.as(asEditor))).toEqual([
    `Draft of ${tenant.name}`,
    `Hello from ${tenant.name}`,
  ]);
});

test('who has no business here changes nothing', async ({ api, asMember, asStranger }) => {
  const post = { title: 'Mine' };
  expect((await api.post('/posts', post)).status).toBe(401);
  expect((await api.as(asMember).post('/posts', post)).status).toBe(403);
  expect((await api.as(asStranger).post('/posts', post)).status).toBe(401);
});

test('a post of another tenant is one that never was', async ({ api, otherApi, asOwner }) => {
  const { json } = await otherApi.get('/posts');
  const path = `/posts/${json.data[0].id}`;
  expect((await api.as(asOwner).patch(path, { title: 'Mine' })).status).toBe(404);
});
