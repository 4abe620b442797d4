import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hasPermission } from '../../auth/permissions';
import type { MemberContext } from '../../auth/viewer';
import { type AppClient, createAppClient } from '../../db/client';
import { openOwnerClient } from '../../db/owner-client';
import { scopedDb } from '../../db/scoped-db';
import type { TenantInfo } from '../../tenancy/tenant';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { type MadeTenant, makeTenant } from '../../testing/make-tenant';
import { readDashboard } from './read-dashboard';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let [mine, other] = [{} as MadeTenant, {} as MadeTenant];

beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
  [mine, other] = [await makeTenant(owner, 'mine'), await makeTenant(owner, 'other')];
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});
beforeEach(async () => {
  await owner`delete from posts`;
  await owner`delete from tags`;
  await owner`delete from platform.events`;
});

test('the numbers are those of the database, and of this tenant alone', async () => {
  for (const { id, authorId, slug } of [mine, other]) {
    const many = slug === 'mine' ? 3 : 7;
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
  const board = await readDashboard(viewedBy('owner'));
  const exactly = (count: number) => ({ count, more: false });
  expect(board.posts).toEqual({ published: exactly(3), drafts: exactly(1), trashed: exactly(1) });
  expect(board.tags).toEqual(exactly(1));
  expect(board.members).toEqual(exactly(0));
  expect(board.recentDrafts.map(({ title }) => title)).toEqual(['A draft']);
});

test('what people did last is told newest first, without what the reader may not see', async () => {
  const ids = [mine.id, other.id];
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
  const ofOwner = await readDashboard(viewedBy('owner'));
  expect(ofOwner.activity.map(({ actor, label }) => `${actor}: ${label}`)).toEqual([
    'Ada: About settings',
    'Ada: About posts',
  ]);
  const ofEditor = await readDashboard(viewedBy('editor'));
  expect(ofEditor.activity.map(({ label }) => label)).toEqual(['About posts']);
});

test('who may read nothing is told nothing', async () => {
  await owner`
    insert into posts (tenant_id, slug, title, author_id) values (${mine.id}, 'd', 'A draft', ${mine.authorId})`;
  expect(await readDashboard(viewedBy('member'))).toEqual({
    posts: null,
    tags: null,
    members: null,
    recentDrafts: [],
    activity: [],
    hasAuthors: true,
  });
});

function viewedBy(role: string): MemberContext {
  const rights = { role, isStaff: true, isSuperuser: false };
  return {
    tenant: { id: mine.id } as TenantInfo,
    db: scopedDb(mine.id, undefined, client),
    can: (permission: Parameters<MemberContext['can']>[0]) => hasPermission(rights, permission),
  } as MemberContext;
}
