import '../testing/rest-environment';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRedis, type RedisLink } from '../state/redis/redis-link';
import { prepareTenants } from '../testing/prepare-tenants';
import { missingRedis, type RedisServer, startRedisServer } from '../testing/redis-server';
import { pointStore } from './point-store';
import { requestLimits } from './request-limits';

const prepared = prepareTenants(['acme']);
const missing = missingRedis();
let server: RedisServer;
let link: RedisLink;
beforeAll(async () => {
  if (missing !== null) return;
  server = await startRedisServer();
  link = openRedis(server.url);
});
afterAll(async () => {
  await link?.end();
  await server?.stop();
});

const stores = {
  PostgreSQL: () =>
    pointStore(
      () => null,
      () => prepared.client,
    ),
  Redis: () =>
    pointStore(
      () => link,
      () => prepared.client,
    ),
};

describe.each(Object.entries(stores))('points in %s', (backend, open) => {
  const asked = (key: string) => ({ key: `${backend} ${key}`, limit: 10, seconds: 60 });

  test('as many as are left, and no more', async (context) => {
    context.skip(backend === 'Redis' && missing !== null, missing ?? '');
    const store = open();
    expect(await store({ ...asked('a'), points: 4 })).toMatchObject({ granted: 4, left: 6 });
    expect(await store({ ...asked('b'), points: 4 })).toMatchObject({ granted: 4, left: 6 });
    expect(await store({ ...asked('a'), points: 4 })).toMatchObject({ granted: 4, left: 2 });
    const last = await store({ ...asked('a'), points: 4 });
    expect(last).toMatchObject({ granted: 2, left: 0 });
    expect(last.waitSeconds).toBeGreaterThan(50);
    expect(await store({ ...asked('a'), points: 4 })).toMatchObject({ granted: 0, left: 0 });
    expect(await store({ ...asked('a'), points: 4, limit: 12 })).toMatchObject({ granted: 2 });
    expect(await store({ ...asked('a'), points: 4, limit: 5 })).toMatchObject({ granted: 0 });
  });

  test('of many who ask at once together no more', async (context) => {
    context.skip(backend === 'Redis' && missing !== null, missing ?? '');
    const store = open();
    const given = await Promise.all(
      Array.from({ length: 20 }, () => store({ ...asked('many'), points: 3, limit: 25 })),
    );
    expect(given.reduce((sum, { granted }) => sum + granted, 0)).toBe(25);
  });

  test('a window ends, and the next one is whole', async (context) => {
    context.skip(backend === 'Redis' && missing !== null, missing ?? '');
    const store = open();
    await store({ ...asked('short'), points: 10, seconds: 1 });
    await expect
      .poll(() => store({ ...asked('short'), points: 1 }).then(({ granted }) => granted), {
        timeout: 5000,
      })
      .toBe(1);
  });
});

test('without Redis PostgreSQL counts', async (context) => {
  context.skip(missing !== null, missing ?? '');
  await server.kill();
  const store = stores.Redis();
  const asked = { key: 'outage', points: 5, limit: 5, seconds: 60 };
  expect(await store(asked)).toMatchObject({ granted: 5 });
  expect(await store(asked)).toMatchObject({ granted: 0 });
  await server.start();
});

test('two processes share one tenant’s limit through the database', async () => {
  const limits = () =>
    requestLimits({ store: stores.PostgreSQL(), ofTenant: async () => 15, points: 1000 });
  const processes = [limits(), limits()];
  const tenantId = prepared.tenants[0]?.id ?? '';
  const all = await Promise.allSettled(
    Array.from({ length: 40 }, (_, n) =>
      processes[n % 2]?.take({ tenantId, subject: `person ${n}` }),
    ),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(15);
});
