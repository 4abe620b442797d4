import { beforeAll, expect, test } from 'vitest';
import { createAppClient } from '../db/client';
import { drainJobs } from '../jobs/drain-jobs';
import { on } from '../jobs/on';
import { wire } from '../jobs/wiring';
import { prepareTenants } from '../testing/prepare-tenants';
import { starterContent } from './starter-content';

const world = prepareTenants(['acme', 'globex', 'bare']);
const wiring = wire([on('tenant.created', starterContent)]);

beforeAll(async () => {
  await world.owner`delete from tags`;
});

async function tell(slug: string, content: string) {
  const id = world.tenants.find((tenant) => tenant.slug === slug)?.id ?? '';
  await world.owner`
    insert into platform.events (tenant_id, type, subject_id, payload)
    values (${id}, 'tenant.created', ${id}, ${world.owner.json({ content })})`;
  const client = createAppClient(world.appUrl, { max: 3 });
  const { jobs } = await drainJobs(client, wiring);
  await client.end();
  expect(jobs).toMatchObject({ dead: 0, retry: 0 });
  expect(jobs.done).toBeGreaterThan(0);
  const posts = await world.owner`
    select slug, title, status from posts where tenant_id = ${id}`;
  const tags = await world.owner`
    select slug from tags where tenant_id = ${id} order by slug`;
  return { posts, tags: tags.map((tag) => tag.slug) };
}

const started = {
  posts: [{ slug: 'welcome', title: 'Welcome to ACME', status: 'draft' }],
  tags: ['guides', 'news'],
};

test('a new site has topics and one draft, under its own name', async () => {
  expect(await tell('acme', 'starter')).toEqual(started);
});

test('once more adds nothing, and nobody else has got anything', async () => {
  expect(await tell('acme', 'starter')).toEqual(started);
  const [row] = await world.owner`select count(distinct tenant_id)::int as n from posts`;
  expect(row?.n).toBe(1);
});

test('what is there already stays as it is', async () => {
  const [, globex] = world.tenants;
  await world.owner`
    insert into posts (tenant_id, slug, title, author_id, deleted_at)
    values (${globex?.id ?? ''}, 'own', 'Own', ${globex?.authorId ?? ''}, now())`;
  const { posts } = await tell('globex', 'starter');
  expect(posts.map(({ slug }) => slug)).toEqual(['own']);
});

test('a site that is to be empty stays empty', async () => {
  expect(await tell('bare', 'none')).toEqual({ posts: [], tags: [] });
});
