import { expect } from 'vitest';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { readDashboard } from './read-dashboard';

const test = tenantTest({ rows: async () => {} });

test('the numbers are those of the database, and of this tenant alone', async ({
  world: { owner },
  asOwner,
  tenant,
  other,
}) => {
  for (const { id } of [tenant, other]) {
    const many = id === tenant.id ? 3 : 7;
    const [author] = await owner`select id from authors where tenant_id = ${id}`;
    const authorId = author?.id;
    await owner`
      insert into posts (tenant_id, slug, title, author_id, status, published_at)
      select ${id}, 'p' || n, 'Published ' || n, ${authorId}, 'published', now()
      from generate_series(1, ${many}::int) n`;
    await owner`
      insert into posts (tenant_id, slug, title, author_id) values (${id}, 'd', 'A draft', ${authorId})`;
    await owner`
      insert into posts (tenant_id, slug, title, author_id, deleted_at)
      values (${id}, 't', 'Thrown away', ${authorId}, now())`;
    await owner`insert into tags (tenant_id, slug, name) values (${id}, 'one', 'One')`;
  }
  const board = await readDashboard(asOwner);
  const exactly = (count: number) => ({ count, more: false });
  expect(board.posts).toEqual({ published: exactly(3), drafts: exactly(1), trashed: exactly(1) });
  expect(board.tags).toEqual(exactly(1));
  expect(board.members).toEqual(exactly(3));
  expect(board.recentDrafts.map(({ title }) => title)).toEqual(['A draft']);
});

test('what people did last is told newest first, without what the reader may not see', async ({
  world: { owner },
  asOwner,
  asEditor,
  tenant,
  other,
}) => {
  await owner`delete from platform.events`;
  const ids = [tenant.id, other.id];
  for (const [at, id] of ids.entries()) {
    for (const [resource, type] of [
      ['posts', 'post.created'],
      ['secrets', 'secret.created'],
      ['settings', 'tenant.updated'],
    ]) {
      await owner`
        insert into platform.events (tenant_id, type, actor_name, payload, created_at)
        values (${id}, ${type ?? ''}, ${at === 0 ? 'Ada' : 'Gus'},
          ${owner.json({ resource: resource ?? '', label: `About ${resource}` })},
          now() + ${resource === 'posts' ? 1 : 2} * interval '1 minute')`;
    }
  }
  const ofOwner = await readDashboard(asOwner);
  expect(ofOwner.activity.map(({ actor, label }) => `${actor}: ${label}`)).toEqual([
    'Ada: About settings',
    'Ada: About posts',
  ]);
  const ofEditor = await readDashboard(asEditor);
  expect(ofEditor.activity.map(({ label }) => label)).toEqual(['About posts']);
});

test('who may read nothing is told nothing', async ({ asMember }) => {
  expect(await readDashboard(asMember)).toEqual({
    posts: null,
    tags: null,
    members: null,
    recentDrafts: [],
    activity: [],
    hasAuthors: true,
  });
});
