import { expect, test } from 'vitest';
import { brandedMail } from '@/lib/mail/branded-mail';
import { mockTenant } from '@/lib/testing/mock-tenant';

test('a mail bears the name and the colour of its tenant', () => {
  const tenant = mockTenant({ name: 'Initech', settings: { brandColor: '#0b7a6b' } });
  const action = { label: 'Sign in', address: `${tenant.origin}/login` };
  const { html } = brandedMail(tenant, { title: 'Hello', paragraphs: [], action, footer: 'Bye.' });
  expect(html).toContain('Initech');
  expect(html).toContain('#0b7a6b');
});
