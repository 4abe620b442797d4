import { expect, test } from 'vitest';
import { env } from '../env';
import { NoTenantBound } from '../errors';
import {
  getTenantPresenceBackend,
  TenantAwareMemoryBackend,
  TenantAwareRedisBackend,
  TenantPresenceManager,
} from './presence-backends';
import { presenceStore } from './presence-stores';

const tenantA = '11111111-2222-4333-8444-555555555551';
const tenantB = '11111111-2222-4333-8444-555555555552';

test('each tenant only sees its own users (S2.50)', async () => {
  const backendA = new TenantAwareMemoryBackend(tenantA);
  const backendB = new TenantAwareMemoryBackend(tenantB);

  await backendA.join('room:1', 'user1', { name: 'Alice' });
  await backendB.join('room:1', 'user2', { name: 'Bob' });

  expect(await backendA.list('room:1')).toHaveLength(1);
  expect((await backendA.list('room:1'))[0]?.userId).toBe('user1');
  expect(await backendB.list('room:1')).toHaveLength(1);
  expect((await backendB.list('room:1'))[0]?.userId).toBe('user2');
});

test('two backends of one tenant are the same place', async () => {
  await new TenantAwareMemoryBackend(tenantA).join('room:2', 'user1');
  expect(await new TenantAwareMemoryBackend(tenantA).count('room:2')).toBe(1);
});

test('the manager and the function give what the installation is set to', async () => {
  Object.assign(env(), { PRESENCE_BACKEND: 'memory' });
  const presence = TenantPresenceManager.forTenant(tenantA);
  await presence.join('room:3', 'user1', { name: 'Alice' });
  const users = await getTenantPresenceBackend(tenantA).list('room:3');
  expect(users).toMatchObject([{ userId: 'user1', meta: { name: 'Alice' } }]);
  expect(await getTenantPresenceBackend(tenantB).list('room:3')).toEqual([]);
  expect(await presence.health()).toMatchObject({ backend: 'memory', isUp: true });
});

test('unless told, it is where every process sees it', () => {
  const environment = env();
  Object.assign(environment, { PRESENCE_BACKEND: undefined, REDIS_URL: undefined });
  expect(presenceStore().backend).toBe('postgres');
  Object.assign(environment, { PRESENCE_REDIS_URL: 'redis://localhost:1' });
  expect(presenceStore().backend).toBe('redis');
  expect(presenceStore()).toBe(presenceStore('redis'));
});

test('Redis that is nowhere is an outage, which is typed, and health says so', async () => {
  const presence = new TenantAwareRedisBackend(tenantA);
  const unavailable = { code: 'unavailable' };
  await expect(presence.join('a', 'user1')).rejects.toMatchObject(unavailable);
  await expect(presence.list('a')).rejects.toMatchObject(unavailable);
  await expect(presence.cleanupStale()).rejects.toMatchObject(unavailable);
  expect(await presence.health()).toMatchObject({ backend: 'redis', isUp: false });
});

test('without a tenant there is no presence', () => {
  expect(() => TenantPresenceManager.forTenant('')).toThrow(NoTenantBound);
  expect(() => new TenantAwareMemoryBackend('acme')).toThrow('not a uuid');
});
