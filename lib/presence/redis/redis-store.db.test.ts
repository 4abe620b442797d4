import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRedis, type RedisLink } from '../../state/redis/redis-link';
import { missingRedis, type RedisServer, startRedisServer } from '../../testing/redis-server';
import { TenantPresence } from '../tenant-presence';
import { presenceSuite } from '../testing/presence-suite';
import { redisPresence } from './redis-store';

const acme = '11111111-2222-4333-8444-555555555551';
const globex = '11111111-2222-4333-8444-555555555552';
const missing = missingRedis();
const links: RedisLink[] = [];
let server: RedisServer;
let raw: Redis;

beforeAll(async () => {
  if (missing !== null) return;
  server = await startRedisServer();
  raw = new Redis(server.url);
  raw.on('error', () => {});
});
afterAll(async () => {
  raw?.disconnect();
  await Promise.all(links.map((link) => link.end()));
  await server?.stop();
});

function open() {
  const link = openRedis(server.url);
  links.push(link);
  return redisPresence(link);
}

presenceSuite('Redis', missing, async () => ({
  store: open(),
  second: open(),
  tenants: { acme, globex },
}));

describe('in a real Redis', () => {
  beforeEach(async (context) => {
    context.skip(missing !== null, missing ?? '');
    await raw.flushall();
  });
  const long = `document:${'x'.repeat(200)}`;
  const presenceOf = (tenantId: string, seconds = 60) =>
    TenantPresence.forTenant(tenantId, { store: open(), seconds });

  test('every key begins with the tenant’s, and ends by itself an hour after the last entry', async () => {
    await presenceOf(acme).join('document:1', 'ada');
    await presenceOf(acme, 120).join(long, 'ada');
    await presenceOf(acme).heartbeat(long, 'ada');
    const keys = await raw.keys('*');
    expect(keys).toHaveLength(6);
    for (const key of keys) {
      expect(key).toMatch(new RegExp(`^app:tenant:${acme}:presence:~p:`));
      const left = (await raw.pttl(key)) / 1000;
      expect(left).toBeGreaterThan(3600 + 50);
      expect(left).toBeLessThanOrEqual(3600 + 120);
    }
  });

  test('whoever leaves leaves nothing behind', async () => {
    await presenceOf(acme).join('document:1', 'ada', {}, { connection: 'a' });
    await presenceOf(acme).join('document:1', 'ada', {}, { connection: 'b' });
    await presenceOf(acme).leave('document:1', 'ada');
    expect(await raw.keys('*')).toEqual([]);
  });

  test('what Redis lost in part is gone and not wrong', async () => {
    const presence = presenceOf(acme);
    await presence.join('document:1', 'ada');
    await raw.del(`app:tenant:${acme}:presence:~p:people:document.1`);
    expect(await presence.list('document:1')).toEqual([]);
    expect((await presence.join('document:1', 'ada')).isFirst).toBe(true);
    expect(await presence.list('document:1')).toHaveLength(1);
  });

  test('asks nothing that looks at other tenants’ keys', async () => {
    const presence = presenceOf(acme);
    await raw.config('RESETSTAT');
    await presence.join(long, 'ada');
    await presence.list(long);
    await presence.cleanupStale();
    await presence.leave(long, 'ada');
    const stats = await raw.info('commandstats');
    expect(stats).not.toMatch(/cmdstat_(keys|scan|flush\w+):/);
  });

  test.each(['killed', 'hanging'])(
    'one that is %s is away, soon and typed, and comes back',
    async (how) => {
      const presence = presenceOf(acme);
      await presence.join('document:1', 'ada');
      if (how === 'killed') await server.kill();
      else server.pause();
      const begun = performance.now();
      for (let n = 0; n < 10; n += 1) {
        await expect(presence.join('document:1', 'ada')).rejects.toMatchObject({
          code: 'unavailable',
          status: 503,
        });
      }
      expect(await presence.health()).toMatchObject({ isUp: false });
      expect(performance.now() - begun).toBeLessThan(2500);
      if (how === 'killed') await server.start();
      else server.resume();
      await expect
        .poll(() => presence.join('document:1', 'ada').then(() => presence.count('document:1')), {
          timeout: 10_000,
        })
        .toBe(1);
    },
  );
});
