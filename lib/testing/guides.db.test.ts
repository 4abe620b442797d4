import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectCatalog } from '../db/catalog/inspect-catalog';
import { openOwnerClient } from '../db/owner-client';
import { type CliTrial, cliTrial } from './cli-trial';
import { projectRoot } from './project-root';

let trial: CliTrial;
let owner: Sql;
beforeAll(async () => {
  trial = await cliTrial();
  owner = openOwnerClient(trial.database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await trial.end();
});

test('who follows docs/from-one-tenant.md has all rows in the first tenant, and none elsewhere', async () => {
  const guide = readFileSync(join(projectRoot, 'docs/from-one-tenant.md'), 'utf8');
  const [, command = ''] = /tenant -- (create --slug main .*)/.exec(guide) ?? [];
  const words = command.match(/"[^"]+"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? [];
  expect((await trial.run(words)).code).toBe(0);
  await trial.run(['create', '--slug', 'second', '--name', 'Second', '--owner-email', 'b@x.test']);
  await owner.unsafe(`
    create schema old;
    create table old.articles (id int primary key, slug text, title text, body text, written_at timestamptz);
    insert into old.articles values (1, 'hello', 'Hello', 'World', now()), (2, 'again', 'Again', '', now());
    create table old.people (id int primary key, email text, name text);
    insert into old.people values (1, 'Bob@Example.com', 'Bob'), (2, 'ada@example.com', 'Ada');`);
  const blocks = [...guide.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);
  expect(blocks).toHaveLength(2);
  for (const sql of [...blocks, ...blocks]) await owner.unsafe(sql);

  const rows = await owner`
    select t.slug, count(p.id)::int as posts from platform.tenants t
    left join pool.posts p on p.tenant_id = t.id group by 1 order by 1`;
  expect(rows.map(({ slug, posts }) => [slug, posts])).toEqual([
    ['main', 2],
    ['second', 0],
  ]);
  const people = await owner`
    select u.email, m.role from platform.memberships m join platform.users u on u.id = m.user_id
    join platform.tenants t on t.id = m.tenant_id where t.slug = 'main' order by 1`;
  expect(people.map(({ email, role }) => [email, role])).toEqual([
    ['ada@example.com', 'owner'],
    ['bob@example.com', 'editor'],
  ]);
  // The doctor names what it does not know until it is gone.
  const known = async () => (await inspectCatalog(owner)).map(({ object }) => object);
  expect(await known()).toEqual(['old.articles', 'old.people']);
  await owner`drop schema old cascade`;
  expect(await known()).toEqual([]);
  const { out } = await trial.run(['count', '--format', 'csv']);
  expect(out).toContain('main,2,2,2');
});
