import { describe, expect, test } from 'vitest';
import {
  dataCspHeader,
  formTargetsOf,
  isAllowedOrigin,
  pageCspHeader,
  tenantCspMeta,
} from './content-security-policy';

test.each([
  'https://cdn.example.com',
  'http://localhost:9000',
  'https://*.example.com',
  'https://xn--mnchen-3ya.de',
])('%s may be added', (origin) => {
  expect(isAllowedOrigin(origin)).toBe(true);
  expect(tenantCspMeta([origin])).toContain(` ${origin}`);
});

const injections = [
  '',
  '*',
  'https://*',
  'https:',
  'data:',
  "'unsafe-eval'",
  'cdn.example.com',
  '//cdn.example.com',
  'javascript:alert(1)',
  'ftp://cdn.example.com',
  'https://cdn.example.com/path',
  'https://cdn.example.com?x',
  'https://a.example.com https://b.example.com',
  'https://cdn.example.com; script-src *',
  "https://cdn.example.com;script-src 'unsafe-eval'",
  'https://cdn.example.com\n; script-src *',
  'https://cdn.example.com\n',
  'https://cdn.example.com,default-src *',
  'https://cdn.example.com"><script>',
  'https://cd*n.example.com',
  'https://user@cdn.example.com',
  'https://CDN.example.com',
  `https://${'a'.repeat(300)}.com`,
];

test.each(injections)('%j may not, and leaves no trace', (origin) => {
  expect(isAllowedOrigin(origin)).toBe(false);
  expect(tenantCspMeta([origin])).toBe(tenantCspMeta([]));
});

describe('the policies', () => {
  test('a tenant can add sources of pictures and data, never of scripts', () => {
    const policy = tenantCspMeta(['https://cdn.example.com']);
    const named = policy.split('; ').filter((part) => part.includes('https://cdn.example.com'));
    expect(named.map((part) => part.split(' ')[0])).toEqual([
      'img-src',
      'media-src',
      'connect-src',
      'frame-src',
    ]);
  });
  test('eval is for development only', () => {
    expect(pageCspHeader()).not.toContain('unsafe-eval');
    expect(tenantCspMeta([])).not.toContain('unsafe-eval');
    expect(pageCspHeader({ development: true })).toContain("'unsafe-eval'");
  });
  test('pages cannot be framed, plugged into, rebased or made to post elsewhere', () => {
    expect(pageCspHeader().split('; ')).toEqual(
      expect.arrayContaining([
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
      ]),
    );
  });
  test('signing in alone may lead to another host', () => {
    const platform = { names: ['example.com'], isHere: false };
    expect(formTargetsOf('/login', platform)).toEqual(['example.com:*']);
    expect(formTargetsOf('/login/code', platform)).toEqual(['example.com:*']);
    for (const path of ['/', '/logins', '/admin/login', '/session/enter', '/session/enter/x']) {
      expect(formTargetsOf(path, platform)).toEqual([]);
    }
    expect(formTargetsOf('/session/enter', { ...platform, isHere: true })).toEqual([
      'http:',
      'https:',
    ]);
    // Its form ends at the site that the person came from.
    for (const path of ['/login/code', '/login/connect']) {
      expect(formTargetsOf(path, { ...platform, isHere: true })).toContain('https:');
    }
    expect(formTargetsOf('/login/connect', platform)).toEqual(['example.com:*']);
    const policy = pageCspHeader({ formTargets: ['example.com:*'] });
    expect(policy).toContain("form-action 'self' example.com:*;");
  });
  test('data loads nothing', () => {
    expect(dataCspHeader).toContain("default-src 'none'");
  });
});
