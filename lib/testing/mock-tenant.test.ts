import { expect, test } from 'vitest';
import { brandedMail } from '../mail/branded-mail';
import { current } from '../tenancy/context';
import { runAsTenant } from '../tenancy/run-as-tenant';
import { mockTenant } from './mock-tenant';

// How a unit test gets a tenant: no database, no patching.
test('a mail in the words of a made-up tenant', () => {
  const tenant = mockTenant({ name: 'Initech', settings: { brandColor: '#0b7a6b' } });
  const action = { label: 'Sign in', address: `${tenant.origin}/login` };
  const content = { title: 'Hello', paragraphs: ['Hi.'], action, footer: 'Bye.' };
  const { html } = brandedMail(tenant, content);
  expect(html).toContain('Initech');
  expect(html).toContain('#0b7a6b');
});

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
