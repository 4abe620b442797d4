import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appClient } from '../../db/client';
import { openOwnerDb } from '../../db/owner-db';
import { env } from '../../env';
import { drainJobs } from '../../jobs/drain-jobs';
import { wiring } from '../../reactions';
import { type ConsoleTrial, consoleTrial } from '../../testing/console-trial';
import { makeTenant } from '../../testing/make-tenant';
import { deleteTenant } from './delete-tenant';
import { purgeTenant } from './purge-tenant';
import { restoreTenant } from './restore-tenant';

let trial: ConsoleTrial;
let db: ReturnType<typeof openOwnerDb>;
beforeAll(async () => {
  trial = await consoleTrial();
  db = openOwnerDb(trial.database.ownerUrl);
  env().DATABASE_URL = trial.database.appUrl;
});
afterAll(async () => {
  await Promise.all([db.end(), appClient().end()]);
  await trial.end();
});

let n = 0;
let id: string;
beforeEach(async () => {
  n += 1;
  const tenant = await makeTenant(trial.owner, `site-${n}`);
  id = tenant.id;
  for (const at of [id, trial.globex.id]) {
    await trial.owner`
      with author as (select id from authors where tenant_id = ${at} limit 1),
      post as (
        insert into posts (tenant_id, slug, title, author_id)
        select ${at}, 'post-' || ${n}::int || '-' || i, 'Post', id from author, generate_series(1, 2500) i
        returning id),
      tag as (
        insert into tags (tenant_id, slug, name) values (${at}, ${`tag-${n}`}, 'Tag') returning id)
      insert into post_tags (tenant_id, post_id, tag_id) select ${at}, post.id, tag.id from post, tag`;
  }
});

const rowsOf = async (tenantId: string) => {
  const tables = await trial.owner`
    select n.nspname || '.' || c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and n.nspname in ('platform', 'pool') and c.relname <> 'audit_log'`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await trial.owner.unsafe(
        `select count(*)::int as n from ${name} where tenant_id = $1`,
        [tenantId],
      );
      return [name, row?.n as number] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};
const isDue = () =>
  trial.owner`update platform.jobs set run_at = now() where kind = 'tenant.purge'`;
const timeIsUp = () => trial.owner`
  update platform.tenants set purge_at = now() - interval '1 second' where id = ${id}`;
const recordOf = async () => {
  const [row] =
    await trial.owner`select slug, name, rows from platform.purged_tenants where id = ${id}`;
  return row;
};

test('a job destroys it when its time is up, with a record, and nobody else’s rows', async () => {
  await deleteTenant(db, id, { reason: 'a test' });
  const others = await rowsOf(trial.globex.id);
  await isDue();
  await drainJobs(appClient(), wiring);
  expect((await rowsOf(id))['pool.posts']).toBe(2500);
  await trial.owner`update platform.jobs set done_at = null where kind = 'tenant.purge'`;
  await Promise.all([isDue(), timeIsUp()]);
  await drainJobs(appClient(), wiring);
  expect(await rowsOf(id)).toEqual({});
  expect(await trial.owner`select id from platform.tenants where id = ${id}`).toEqual([]);
  expect(await recordOf()).toMatchObject({
    ...{ slug: `site-${n}`, name: `SITE-${n}` },
    rows: { posts: 2500, post_tags: 2500, tags: 1, authors: 1 },
  });
  expect(await rowsOf(trial.globex.id)).toEqual(others);
  const [told] = await trial.owner`
    select tenant_id, payload ->> 'slug' as slug from platform.events where type = 'tenant.purged'`;
  expect(told).toEqual({ tenant_id: null, slug: `site-${n}` });
  const log = await trial.owner`select type from platform.audit_log where tenant_id = ${id}`;
  expect(log.map(({ type }) => type)).toEqual(['tenant.deleted']);
});

test('what lives, or was restored, or is not due, is left alone', async () => {
  expect(await purgeTenant(trial.client, id)).toBe(false);
  await deleteTenant(db, id, { reason: 'a test' });
  expect(await purgeTenant(trial.client, id)).toBe(false);
  await restoreTenant(db, id);
  expect(await purgeTenant(trial.client, id)).toBe(false);
  expect((await rowsOf(id))['pool.posts']).toBe(2500);
});

test('one that ends half way goes on where it ended, and its record tells of both', async () => {
  await deleteTenant(db, id, { reason: 'a test' });
  await timeIsUp();
  const stop = new AbortController();
  const first = purgeTenant(trial.client, id, {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(first).rejects.toThrow();
  expect((await rowsOf(id))['pool.posts']).toBeGreaterThan(0);
  const seen: number[] = [];
  expect(await purgeTenant(trial.client, id, { onProgress: (gone) => seen.push(gone) })).toBe(true);
  expect(seen.length).toBeGreaterThan(1);
  expect((await recordOf())?.rows).toMatchObject({ posts: 2500, post_tags: 2500 });
});

test('one that has begun is not restored between two rounds: half of it would be missing', async () => {
  await deleteTenant(db, id, { reason: 'a test' });
  await timeIsUp();
  const refused: unknown[] = [];
  const restore = () => restoreTenant(db, id).catch((error) => refused.push(error.message));
  expect(await purgeTenant(trial.client, id, { onProgress: restore })).toBe(true);
  expect(refused[0]).toContain('is being destroyed');
  expect(await rowsOf(id)).toEqual({});
});

test('a job that a tenant wrote itself destroys nothing and touches no cache', async () => {
  const [job] = await trial.owner`
    insert into platform.jobs (tenant_id, kind, payload)
    values (${trial.globex.id}, 'tenant.purge', ${trial.owner.json({ tenantId: id })}) returning id::int`;
  await drainJobs(appClient(), wiring);
  const [row] = await trial.owner`
    select dead_at is not null as dead, last_error from platform.jobs where id = ${job?.id}`;
  expect(row).toEqual({ dead: true, last_error: 'Only the platform asks for this.' });
});
