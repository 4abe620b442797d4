import { expect, test } from 'vitest';
import { adminResources } from '../../admin/registry';
import { expandRoute, isGuarded } from './expand-route';

const pathsOf = (pattern: string) => expandRoute(pattern)?.map(({ path }) => path);

test('a route of any resource is one address for each that is declared', () => {
  expect(pathsOf('/[tenant]/admin/[resource]/[id]/history')).toEqual(
    adminResources.map(({ name }) => `/admin/${name}/{id}/history`),
  );
});

test('an id belongs to the resource before it', () => {
  const [address] = expandRoute('/admin/tenants/[id]/suspend') ?? [];
  expect(address).toMatchObject({ path: '/admin/tenants/{id}/suspend', hasId: true });
  expect(address?.resource?.name).toBe('tenants');
});

test('a file of a list is about its resource', () => {
  const [address] = expandRoute('/[tenant]/admin/posts/export.zip') ?? [];
  expect(address).toMatchObject({ path: '/admin/posts/export.zip', isMain: true });
  expect(address?.resource?.name).toBe('posts');
});

test('a broadcast has pages of its own, though it is no resource', () => {
  expect(pathsOf('/[tenant]/admin/notifications/[id]/cancel')).toEqual([
    '/admin/notifications/{id}/cancel',
  ]);
});

test('what nobody can fill is not covered', () => {
  expect(expandRoute('/[tenant]/admin/reports/[year]')).toBeNull();
  expect(expandRoute('/[tenant]/admin/reports/[id]')).toBeNull();
});

test('admin and account are guarded on both planes, and nothing else', () => {
  for (const path of ['/[tenant]/admin', '/admin/[...rest]', '/account', '/[tenant]/account']) {
    expect(isGuarded(path), path).toBe(true);
  }
  for (const path of ['/[tenant]/administration', '/login', '/[tenant]', '/api/admin']) {
    expect(isGuarded(path), path).toBe(false);
  }
});
