import { missingRedis, type RedisServer, startRedisServer } from '../lib/testing/redis-server';
import { httpGet } from './support/http-get';
import { startServer, type TestServer } from './support/server';
import { expect, test } from './support/test';

// The production build with a real Redis, which goes away and comes back.
test.setTimeout(240_000);

const missing = missingRedis();
let redis: RedisServer;
let own: TestServer;

test.beforeAll(async () => {
  if (missing !== null) return;
  redis = await startRedisServer();
  own = await startServer({ env: { REDIS_URL: redis.url } });
});

test.afterAll(async () => {
  await own?.stop();
  await redis?.stop();
});

test('serves with Redis, without it, and with it again', async () => {
  test.skip(missing !== null, missing ?? '');
  const health = async () => {
    const { status, checks } = JSON.parse((await httpGet(own, 'localhost', '/api/health')).body);
    return `${status} ${checks.redis?.status}`;
  };
  const ask = async () => {
    const begun = performance.now();
    const { status } = await httpGet(own, 'acme.localhost', '/api/v1/posts');
    return { status, milliseconds: performance.now() - begun };
  };
  // The worker has its first look just after the start.
  await expect.poll(health).toBe('up up');
  // More than a process lets through before it asks who else counts: a twentieth of 1,200.
  for (let n = 0; n < 70; n += 1) expect((await ask()).status).toBe(200);
  expect(await redis.count('app:*')).toBeGreaterThan(0);
  await redis.kill();
  await expect.poll(health).toBe('degraded down');
  for (let n = 0; n < 140; n += 1) {
    const { status, milliseconds } = await ask();
    expect(status).toBe(200);
    expect(milliseconds).toBeLessThan(3000);
  }
  expect((await httpGet(own, 'acme.localhost', '/')).status).toBe(200);
  await redis.start();
  await expect.poll(health).toBe('up up');
  const lines = own.logs().split('\n');
  expect(lines.filter((line) => line.includes('state.away'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('state.back'))).toHaveLength(1);
});
