import { expect, test } from 'vitest';
import { cleanAddress, dropForeignHost, setClientAddress } from './clean-requests';

test.each([
  ['/blog/x', '/blog/x'],
  ['/blog/x?utm=secret', '/blog/x'],
  ['/blog/x?nxtPtenant=~globex&_rsc=1a2b', '/blog/x?_rsc=1a2b'],
  ['/api/v1/posts?page=2', '/api/v1/posts?page=2'],
  ['/login?next=%2Fadmin', '/login?next=%2Fadmin'],
  ['/admin/posts?q=x', '/admin/posts?q=x'],
  ['/_next/image?url=x', '/_next/image?url=x'],
  ['/%E2%82%AC', '/%E2%82%AC'],
  ['/%ff', '/bad-address'],
  ['/%', '/bad-address'],
  ['/a%2', '/bad-address'],
  ['/%c0%ae', '/bad-address'],
  ['/x?broken=%ff', '/x'],
  ['/api/../blog/x?token=1', '/blog/x'],
  ['/api/%2e%2e/blog/x?token=1', '/blog/x'],
  ['/api/v1/%2E%2e/%2e%2e/blog/x?token=1', '/blog/x'],
  ['/_next/../blog/x?token=1', '/blog/x'],
  ['//evil.test/x?y', '//evil.test/x'],
  ['/\\\\evil.test', '///evil.test'],
  ['http://evil.test/x', 'http://evil.test/x'],
  ['*', '*'],
])('%s goes on as %s', (address, expected) => {
  expect(cleanAddress(address)).toBe(expected);
});

test('a host named by a client is dropped; Next’s own question and a trusted proxy keep theirs', () => {
  const cases = [
    { given: undefined, trust: false, kept: undefined },
    { given: 'guess', trust: false, kept: undefined },
    { given: 'token', trust: false, kept: 'acme.test' },
    { given: undefined, trust: true, kept: 'acme.test' },
  ];
  for (const { given, trust, kept } of cases) {
    const headers = { 'x-forwarded-host': 'acme.test', 'x-process-token': given };
    dropForeignHost(headers, 'token', trust);
    expect(headers['x-forwarded-host']).toBe(kept);
    expect(headers['x-process-token']).toBe('token');
  }
});

test('a client cannot say where it is; a trusted proxy and Next’s own question can', () => {
  const cases = [
    { isOwn: false, trustProxy: false, kept: '10.0.0.7' },
    { isOwn: true, trustProxy: false, kept: '1.2.3.4' },
    { isOwn: false, trustProxy: true, kept: '1.2.3.4' },
  ];
  for (const { kept, ...from } of cases) {
    const headers = { 'x-forwarded-for': '1.2.3.4' };
    setClientAddress(headers, '10.0.0.7', from);
    expect(headers['x-forwarded-for']).toBe(kept);
  }
});
