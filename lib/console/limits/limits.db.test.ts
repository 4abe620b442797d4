import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appClient } from '../../db/client';
import { consoleDb } from '../../db/console-db';
import { env } from '../../env';
import { TenantNotFound } from '../../errors';
import { forgetTenants } from '../../state/forget-tenants';
import { tenantCache } from '../../state/tenant-cache';
import { getTenant } from '../../tenancy/get-tenant';
import { type ConsoleTrial, consoleTrial } from '../../testing/console-trial';
import type { PlatformContext } from '../platform-context';
import { readDefaultLimits, setDefaultLimits } from './default-limits';
import { readTenantLimits } from './read-tenant-limits';
import { setTenantLimits } from './set-tenant-limits';

let trial: ConsoleTrial;
let ctx: PlatformContext;
let owner: Sql;
let acme: string;
let globex: string;

beforeAll(async () => {
  trial = await consoleTrial();
  owner = trial.owner;
  [acme, globex] = [trial.acme.id, trial.globex.id];
  // The process's own pool: some of it goes through no other.
  env().DATABASE_URL = trial.database.appUrl;
  const actor = { id: trial.root, name: 'root' };
  ctx = { db: consoleDb(await trial.openSession(trial.root)), actor, requestId: 'request-1' };
});
afterAll(async () => {
  await appClient().end();
  await trial.end();
});
beforeEach(() => owner`delete from platform.events`);

const told = () => owner`
  select tenant_id, type, actor_name, cache_tags, payload from platform.events order by id`;

describe('a tenant’s limits', () => {
  test('are the platform’s until they are set, and again afterwards', async () => {
    const { limits } = await readTenantLimits(ctx, acme);
    expect(limits.map(({ name, most, followsDefault }) => [name, most, followsDefault])).toEqual([
      ['members', null, true],
      ['posts', null, true],
      ['storage', null, true],
      ['requests', 12_000, true],
    ]);
    const set = await setTenantLimits(ctx, acme, {
      limits: { posts: 10, requests: null, storage: 2 ** 33 },
    });
    expect(set.limits.map(({ most, followsDefault }) => [most, followsDefault])).toEqual([
      [null, true],
      [10, false],
      [2 ** 33, false],
      [null, false],
    ]);
    await setDefaultLimits(ctx, { posts: 77, requests: 5 });
    const ofGlobex = await readTenantLimits(ctx, globex);
    expect(ofGlobex.limits.map(({ most }) => most)).toEqual([null, 77, null, 5]);
    const back = await setTenantLimits(ctx, acme, { limits: { posts: 'default' } });
    expect(back.limits.find(({ name }) => name === 'posts')).toMatchObject({
      ...{ most: 77, followsDefault: true },
    });
    await setDefaultLimits(ctx, { posts: null, requests: 12_000 });
    await setTenantLimits(ctx, acme, { limits: { storage: 'default', requests: 'default' } });
  });

  test('that were set stand in the audit log with who did it; what is the same does not', async () => {
    await setTenantLimits(ctx, acme, { limits: { members: 5 } });
    await setTenantLimits(ctx, acme, { limits: { members: 5, posts: 'default' } });
    await setTenantLimits(ctx, acme, { limits: { members: 'default' } });
    expect(await told()).toMatchObject([
      {
        ...{ tenant_id: acme, type: 'tenant.updated', actor_name: ctx.actor.name },
        payload: { resource: 'limits', changes: { members: ['default', 5] } },
      },
      { payload: { changes: { members: [5, 'default'] } } },
    ]);
  });

  test('of every tenant stand in the platform’s', async () => {
    await setDefaultLimits(ctx, { members: 9 });
    expect(await told()).toMatchObject([
      { tenant_id: null, payload: { changes: { members: ['unlimited', 9] } } },
    ]);
    expect(await readDefaultLimits(ctx)).toMatchObject({ members: 9, requests: 12_000 });
    await setDefaultLimits(ctx, { members: null });
  });

  test('of nobody are not found', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    await expect(setTenantLimits(ctx, nobody, {})).rejects.toThrow(TenantNotFound);
    await expect(readTenantLimits(ctx, nobody)).rejects.toThrow(TenantNotFound);
  });

  test('set by several at once while posts are written: nobody waits for ever', async () => {
    const [author] = await owner`select id from authors where tenant_id = ${acme}`;
    const write = (n: number) => owner`
      insert into posts (tenant_id, slug, title, author_id)
      values (${acme}, ${`at-once-${n}`}, 'Post', ${author?.id})`;
    const set = (n: number) => setTenantLimits(ctx, acme, { limits: { posts: 10 + n } });
    await Promise.all(Array.from({ length: 10 }, (_, n) => [write(n), set(n)]).flat());
    const { limits } = await readTenantLimits(ctx, acme);
    expect(limits.find(({ name }) => name === 'posts')?.used).toBe(10);
  });
});

describe('a tenant’s cache', () => {
  test('is kept as the platform says, and begins empty wherever it is kept from then on', async () => {
    const cache = async () => tenantCache(await getTenant(acme));
    await (await cache()).set('one', 'old');
    const { tags } = await setTenantLimits(ctx, acme, { cache: { backend: 'postgres' } });
    expect(tags).toEqual([`t:${acme}`]);
    expect(await (await cache()).get('one')).toBeUndefined();
    await (await cache()).set('one', 'in the database');
    const rows = await owner`select key, value from platform.state_entries`;
    expect([...rows]).toEqual([{ key: 'one', value: '"in the database"' }]);
    await setTenantLimits(ctx, acme, { cache: { backend: null, timeoutSeconds: 60 } });
    expect(await (await cache()).get('one')).toBeUndefined();
    await setTenantLimits(ctx, acme, { cache: { backend: 'postgres' } });
    expect(await (await cache()).get('one')).toBeUndefined();
    expect((await told())[0]).toMatchObject({ cache_tags: [`t:${acme}`] });
    await setTenantLimits(ctx, acme, { cache: { backend: null } });
  });

  test('in another process goes when that hears of the tag, and nobody else’s does', async () => {
    const [own, other] = [tenantCache(await getTenant(acme)), tenantCache(await getTenant(globex))];
    await Promise.all([own.set('one', 1), other.set('one', 1)]);
    await forgetTenants([`t:${acme}`, `t:${globex}:posts`, 'host:acme']);
    expect([await own.get('one'), await other.get('one')]).toEqual([undefined, 1]);
  });

  test('asked for in a Redis that is not there is kept where the installation keeps it', async () => {
    expect(env().REDIS_URL).toBeUndefined();
    await setTenantLimits(ctx, acme, { cache: { backend: 'redis' } });
    const cache = tenantCache(await getTenant(acme));
    await cache.set('one', 1);
    expect(await cache.get('one')).toBe(1);
  });
});
