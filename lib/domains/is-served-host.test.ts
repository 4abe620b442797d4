import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TenantKey } from '../tenancy/tenant-key';
import { isServedHost } from './is-served-host';

const known = ['acme', 'blog.acme.test', 'a.b.platform.test'];
const find = vi.fn(async (key: TenantKey) => {
  const name = key.kind === 'slug' ? key.slug : key.kind === 'domain' ? key.hostname : key.id;
  return known.includes(name) ? 'an id' : null;
});
beforeEach(() => void vi.stubEnv('ROOT_DOMAIN', 'platform.test:3000,second.test'));
afterEach(() => {
  vi.unstubAllEnvs();
  find.mockClear();
});

test.each([
  'platform.test',
  'second.test',
  'www.platform.test',
  'acme.platform.test',
  'acme.second.test',
  'a.b.platform.test',
  'blog.acme.test',
  'www.blog.acme.test',
])('%s is served', async (name) => {
  expect(await isServedHost(name, find)).toBe(true);
});

test.each([
  '',
  'nobody.platform.test',
  'api.platform.test',
  'x.acme.platform.test',
  'acme.test',
  'www.www.blog.acme.test',
  'evilplatform.test',
  'localhost',
])('%s is not', async (name) => {
  expect(await isServedHost(name, find)).toBe(false);
});

test.each([
  'BLOG.acme.test',
  'blog.acme.test.',
  'blog.acme.test:443',
  '127.0.0.1',
  '[::1]',
  '~acme',
])('%s is no plain name, and nobody is asked for it', async (name) => {
  expect(await isServedHost(name, find)).toBe(false);
  expect(find).not.toHaveBeenCalled();
});

test('only what the chain of resolvers answers to', async () => {
  vi.stubEnv('TENANT_RESOLVER', 'path');
  expect(await isServedHost('platform.test', find)).toBe(true);
  expect(await isServedHost('acme.platform.test', find)).toBe(false);
  expect(await isServedHost('blog.acme.test', find)).toBe(false);
});

test('where the root host is a tenant’s, the platform has a name of its own', async () => {
  vi.stubEnv('TENANT_DEFAULT', 'acme');
  expect(await isServedHost('platform.test', find)).toBe(true);
  expect(await isServedHost('admin.platform.test', find)).toBe(true);
});
