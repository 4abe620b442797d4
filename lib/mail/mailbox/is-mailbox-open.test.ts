import { expect, test } from 'vitest';
import { isMailboxOpen, type MailboxFacts } from './is-mailbox-open';

const own: MailboxFacts = {
  smtpUrl: undefined,
  isProduction: true,
  hasEmbeddedDatabase: true,
  isServerless: false,
  trustProxy: false,
  rootDomain: 'localhost',
  headers: new Headers({ host: 'localhost:3000' }),
  address: '127.0.0.1',
};

test.each<[string, Partial<MailboxFacts>]>([
  ['npm start, with the embedded database', {}],
  [
    'npm run dev, with a database of one’s own',
    { isProduction: false, hasEmbeddedDatabase: false },
  ],
  ['over IPv6', { address: '::1' }],
])('open: %s', (_, facts) => {
  expect(isMailboxOpen({ ...own, ...facts })).toBe(true);
});

const asked = (headers: Record<string, string>) => ({
  headers: new Headers({ host: 'localhost:3000', ...headers }),
});

test.each<[string, Partial<MailboxFacts>]>([
  ['mails are sent', { smtpUrl: 'smtp://mail.example.com' }],
  ['a real database in production', { hasEmbeddedDatabase: false }],
  ['no machine of one’s own', { isServerless: true }],
  ['behind a proxy that is trusted', { trustProxy: true }],
  ['a name of its own', { rootDomain: 'example.com' }],
  ['no name at all', { rootDomain: undefined }],
  ['from another machine', { address: '192.0.2.1' }],
  ['from an address that only looks like it', { address: '127.0.0.1.evil.test' }],
  ['from nowhere', { address: 'unknown' }],
  ['under another name', asked({ host: 'example.com' })],
  ['under the name of a site', asked({ host: 'acme.localhost:3000' })],
  ['under a name that only looks like it', asked({ host: 'localhost.evil.test' })],
  ['through a proxy on this machine', asked({ via: '1.1 nginx' })],
  ['through one that says for whom', asked({ forwarded: 'for=203.0.113.9' })],
  ['through one that names the client', asked({ 'x-real-ip': '203.0.113.9' })],
])('closed: %s', (_, facts) => {
  expect(isMailboxOpen({ ...own, ...facts })).toBe(false);
});
