import { expect, test } from 'vitest';
import { NoTenantBound } from '../errors';
import { TenantAwareMemoryBackend } from '../state/tenant-backends';
import { tenantCache } from '../state/tenant-cache';
import { tenantState } from '../state/tenant-state';
import { mockTenant } from '../testing/mock-tenant';
import { current } from './context';
import { runAsTenant } from './run-as-tenant';

const acme = mockTenant({ settings: { cache: { timeoutSeconds: 60, mostKeys: 5 } } });
const globex = mockTenant({ id: '00000000-0000-4000-8000-0000000000b0', slug: 'globex' });

test('a context has the cache and the state of its own tenant', async () => {
  await runAsTenant(acme, async (ctx) => {
    await ctx.cache.set('one', 'cached');
    await ctx.state('session').set('one', 'kept');
    expect(await current().cache.get('one')).toBe('cached');
  });
  await runAsTenant(globex, async (ctx) => {
    expect(await ctx.cache.get('one')).toBeUndefined();
    expect(await ctx.state('session').get('one')).toBeUndefined();
  });
  await runAsTenant(acme, async (ctx) => {
    expect(await ctx.state('session').get('one')).toBe('kept');
    expect(await ctx.state('draft').get('one')).toBeUndefined();
  });
});

test('its number of entries is what the tenant’s settings say', async () => {
  await runAsTenant(acme, async ({ cache }) => {
    for (let n = 0; n < 20; n += 1) await cache.set(`k${n}`, n);
    expect(await cache.keys()).toHaveLength(5);
  });
});

test('where no tenant is bound there is none', () => {
  expect(() => current().cache).toThrow(NoTenantBound);
  expect(() => tenantCache(undefined as never)).toThrow(NoTenantBound);
  expect(() => tenantState({ id: '' }, 'session')).toThrow(NoTenantBound);
});

test('the space of the cache is the cache’s alone', () => {
  expect(() => tenantState(acme, 'cache')).toThrow('ctx.cache');
});

test('settings of an earlier release, which knew no cache, give the usual one', async () => {
  const old = { id: acme.id, settings: {} } as never;
  await tenantCache(old).set('two', 2);
  expect(await tenantCache(old).get('two')).toBe(2);
});

test('a backend of one tenant sees nothing of another’s', async () => {
  const [one, two] = [acme, globex].map(({ id }) => new TenantAwareMemoryBackend(id));
  await one?.set('who', 'acme');
  expect(await two?.keys()).toEqual([]);
  expect(await one?.keys()).toEqual(['who']);
});
