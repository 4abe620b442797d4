import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { log } from '../../log';
import { missingRedis, type RedisServer, startRedisServer } from '../../testing/redis-server';
import { StateAway } from '../state-engine';
import { TenantStore } from '../tenant-store';
import { stateSuite } from '../testing/state-suite';
import { redisEngine } from './redis-engine';
import { openRedis, type RedisLink } from './redis-link';

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

function open(): RedisLink {
  const link = openRedis(server.url);
  links.push(link);
  return link;
}

stateSuite('Redis', missing, async () => ({
  engine: redisEngine(open()),
  second: redisEngine(open()),
  tenants: { acme, globex },
}));

const scope = { tenantId: acme, space: 'cache', mostKeys: 1000 };

describe('in a real Redis', () => {
  beforeEach(async (context) => {
    context.skip(missing !== null, missing ?? '');
    await raw.flushall();
  });

  test('every key begins with the tenant’s, and has an end', async () => {
    const engine = redisEngine(open());
    await engine.setMany(
      scope,
      [
        ['a', '1'],
        ['b', '2'],
      ],
      60,
    );
    await engine.increment(scope, 'c', 1, 60);
    const keys = await raw.keys('*');
    expect(keys).toHaveLength(5);
    for (const key of keys) {
      expect(key).toMatch(new RegExp(`^app:tenant:${acme}:cache:`));
      if (!key.endsWith('~token')) expect(await raw.pttl(key)).toBeGreaterThan(0);
    }
  });

  test('clearing is out of reach at once and takes no room soon after', async () => {
    const engine = redisEngine(open());
    const entries = Array.from({ length: 1700 }, (_, n): [string, string] => [`k${n}`, '1']);
    await engine.setMany({ ...scope, mostKeys: 10_000 }, entries, 60);
    await engine.setMany({ ...scope, tenantId: globex }, [['theirs', '1']], 60);
    await engine.clear(scope);
    expect(await engine.getMany(scope, ['k0', 'k1699'])).toEqual([null, null]);
    await expect.poll(async () => (await raw.keys(`*${acme}*`)).length).toBe(1);
    expect(await engine.getMany({ ...scope, tenantId: globex }, ['theirs'])).toEqual(['1']);
  });

  test('where Redis evicted the token, old entries are gone and not wrong', async () => {
    const engine = redisEngine(open());
    await engine.setMany(scope, [['a', '1']], 60);
    await raw.del(`app:tenant:${acme}:cache:~token`);
    expect(await engine.getMany(scope, ['a'])).toEqual([null]);
    await engine.setMany(scope, [['b', '2']], 60);
    expect(await engine.getMany(scope, ['a', 'b'])).toEqual([null, '2']);
  });

  test('asks nothing that looks at other tenants’ keys', async () => {
    const engine = redisEngine(open());
    await raw.config('RESETSTAT');
    await engine.setMany(scope, [['a', '1']], 60);
    await engine.keys(scope, 10);
    await engine.clear(scope);
    const stats = await raw.info('commandstats');
    expect(stats).not.toMatch(/cmdstat_(keys|scan|flush\w+):/);
  });
});

describe('an outage', () => {
  beforeEach((context) => context.skip(missing !== null, missing ?? ''));

  function storeOf(link: RedisLink, whenAway: 'miss' | 'throw') {
    return new TenantStore({ engine: redisEngine(link), scope, seconds: 60, whenAway });
  }

  test.each(['killed', 'hanging'])(
    'of a Redis that is %s: misses, soon, one line, and back',
    async (how) => {
      const warn = vi.spyOn(log, 'warn');
      const link = open();
      const cache = storeOf(link, 'miss');
      await cache.set('one', 1);
      expect(await cache.get('one')).toBe(1);
      if (how === 'killed') await server.kill();
      else server.pause();
      const begun = performance.now();
      for (let n = 0; n < 20; n += 1) {
        expect(await cache.get('one', 'usual')).toBe('usual');
        expect(await cache.getOrSet('one', () => 'made')).toBe('made');
      }
      await cache.set('one', 2);
      await cache.setMany([['a', 1]]);
      await cache.clear();
      expect(await cache.has('one')).toBe(false);
      expect(await cache.add('one', 2)).toBe(false);
      expect(await cache.incr('count')).toBeNull();
      expect(await cache.decr('count')).toBeNull();
      expect(await cache.touch('one')).toBe(false);
      expect(await cache.delete('one')).toBe(false);
      expect(await cache.deleteMany(['one'])).toBe(0);
      expect(await cache.keys()).toEqual([]);
      expect(await cache.getMany(['one'])).toEqual(new Map());
      expect(performance.now() - begun).toBeLessThan(2500);
      await expect(storeOf(link, 'throw').get('one')).rejects.toMatchObject({
        code: 'unavailable',
      });
      await expect(redisEngine(link).keys(scope, 1)).rejects.toThrow(StateAway);
      expect(
        warn.mock.calls.filter(([line]) => (line as { event?: string }).event === 'state.away'),
      ).toHaveLength(1);
      warn.mockRestore();
      if (how === 'killed') await server.start();
      else server.resume();
      await expect
        .poll(
          async () => {
            await cache.set('one', 3);
            return cache.get('one');
          },
          { timeout: 10_000 },
        )
        .toBe(3);
    },
  );

  test('one that is not there when the process starts is found when it comes', async () => {
    await server.kill();
    const link = open();
    const cache = storeOf(link, 'miss');
    expect(await cache.get('one')).toBeUndefined();
    expect(await link.ping()).toBe(false);
    await server.start();
    await expect.poll(() => link.ping(), { timeout: 10_000 }).toBe(true);
    await cache.set('one', 1);
    expect(await cache.get('one')).toBe(1);
  });

  test('a Redis that is full is away, and not an error of the caller', async () => {
    const link = open();
    const cache = storeOf(link, 'miss');
    await cache.set('one', 1);
    await raw.config('SET', 'maxmemory', '1');
    await cache.set('two', 2);
    expect(await cache.get('two')).toBeUndefined();
    await raw.config('SET', 'maxmemory', '0');
    await expect
      .poll(async () => {
        await cache.set('two', 2);
        return cache.get('two');
      })
      .toBe(2);
  });
});
