import { expect, test } from 'vitest';
import { tenantSettingsSchema } from '../tenancy/tenant-settings';
import { brandedMail } from './branded-mail';

const tenant = {
  name: 'A & <b>"Co"</b>',
  settings: tenantSettingsSchema.parse({ brandColor: '#0b6e4f' }),
};
const content = {
  title: '<script>alert(1)</script>',
  paragraphs: ['Hello <img src=x onerror=alert(1)>'],
  action: { label: 'Open "it"', address: 'https://acme.example.com/admin?a=1&b="x"' },
  footer: '</table><p>',
};

test('nothing that people typed becomes markup', () => {
  const { html } = brandedMail(tenant, content);
  expect(html).not.toMatch(/<script|<img|<b>|onerror=alert\(1\)>/);
  expect(html).toContain('A &amp; &lt;b&gt;&quot;Co&quot;&lt;/b&gt;');
  expect(html).toContain('href="https://acme.example.com/admin?a=1&amp;b=&quot;x&quot;"');
  expect(html.match(/<\/table>/g)).toHaveLength(2);
});

test('it carries the tenant’s colour and name, and loads nothing', () => {
  const { html, text } = brandedMail(tenant, content);
  expect(html).toContain('background:#0b6e4f');
  expect(html).not.toMatch(/<\w[^>]*\bsrc=|url\(|<link|@import/);
  expect(text).toContain('https://acme.example.com/admin?a=1&b="x"');
});
