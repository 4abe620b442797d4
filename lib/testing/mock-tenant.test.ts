import { expect, test } from 'vitest';
import { current } from '../tenancy/context';
import { runAsTenant } from '../tenancy/run-as-tenant';
import { mockTenant } from './mock-tenant';

test('it can be bound like any other', async () => {
  const slug = await runAsTenant(mockTenant({ slug: 'initech' }), () => current().tenant.slug);
  expect(slug).toBe('initech');
});

test('what is not given is that of a plain new tenant', () => {
  expect(mockTenant()).toMatchObject({
    ...{ slug: 'acme', status: 'active', metadata: {}, suspendedAt: null },
    settings: { theme: 'system', features: { feed: true, topics: true } },
    placement: { schema: 'pool' },
  });
  expect(mockTenant({ domain: 'blog.acme.test' }).origin).toMatch(/^https?:\/\/blog\.acme\.test/);
});
