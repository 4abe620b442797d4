import { beforeAll, expect, test, vi } from 'vitest';
import { readDomainName, shownDomain } from './domain-name';

beforeAll(() => void vi.stubEnv('ROOT_DOMAIN', 'platform.com,tenants.net'));

test.each([
  ['blog.example.com', 'blog.example.com'],
  ['  Blog.Example.COM. ', 'blog.example.com'],
  ['münchen.de', 'xn--mnchen-3ya.de'],
  ['MÜNCHEN.de', 'xn--mnchen-3ya.de'],
  ['faß.de', 'xn--fa-hia.de'],
  ['例え。jp', 'xn--r8jz45g.jp'],
  ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
  ['a--b.example.com', 'a--b.example.com'],
  ['notplatform.com', 'notplatform.com'],
  ['mine.github.io', 'mine.github.io'],
  [`${'a'.repeat(63)}.com`, `${'a'.repeat(63)}.com`],
])('%s is a domain', (typed, hostname) => {
  expect(readDomainName(typed)).toEqual({ hostname });
});

test.each([
  ['', /Enter the domain/],
  ['localhost', /whole domain|exist on no public/],
  ['com', /whole domain/],
  ['co.uk', /end in co\.uk/],
  ['github.io', /end in github\.io/],
  ['https://blog.example.com', /without scheme/],
  ['blog.example.com:443', /without scheme|address/],
  ['blog.example.com/path', /without scheme/],
  ['user@example.com', /without scheme/],
  ['a b.example.com', /without scheme/],
  ['ex%61mple.com', /without scheme/],
  ['*.example.com', /wildcard/],
  ['192.0.2.1', /address of a machine/],
  ['0x7f.1', /address of a machine/],
  ['127.1', /address of a machine/],
  ['[::1]', /address of a machine/],
  ['2001:db8::1', /address of a machine/],
  ['-a.example.com', /hyphen/],
  ['a-.example.com', /hyphen/],
  ['a_b.example.com', /Letters, digits and hyphens/],
  ['a..example.com', /between two of the dots/],
  ['xn--a.example.com', /no domain name/],
  [`${'a'.repeat(64)}.com`, /63 characters/],
  [`${'abcdefghi.'.repeat(25)}com`, /at most 233 characters|253/],
  [`${'abcdefghi.'.repeat(23)}example`, /at most 233|exist on no public/],
  ['platform.com', /belong to this platform/],
  ['acme.platform.com', /belong to this platform/],
  ['a.b.tenants.net', /belong to this platform/],
  ['blog.acme.localhost', /exist on no public/],
  ['blog.acme.local', /exist on no public/],
  ['1.0.0.127.in-addr.arpa', /exist on no public/],
])('%s is refused', (typed, fault) => {
  expect(readDomainName(typed)).toEqual({ fault: expect.stringMatching(fault) });
});

test('a name is shown as people write it', () => {
  expect(shownDomain('xn--mnchen-3ya.de')).toBe('münchen.de');
  expect(shownDomain('blog.example.com')).toBe('blog.example.com');
});
