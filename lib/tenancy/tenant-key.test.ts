import { expect, test } from 'vitest';
import { keyName, parseTenantSegment, tenantSegment } from './tenant-key';

test.each([
  ['~acme', { kind: 'slug', slug: 'acme' }],
  ['~a', { kind: 'slug', slug: 'a' }],
  ['~a-1', { kind: 'slug', slug: 'a-1' }],
  ['~blog.acme.test', { kind: 'domain', hostname: 'blog.acme.test' }],
  [
    '~_018f3e6a-7b1c-7def-8123-456789abcdef',
    { kind: 'id', id: '018f3e6a-7b1c-7def-8123-456789abcdef' },
  ],
] as const)('%s is read back as written', (segment, key) => {
  expect(parseTenantSegment(segment)).toEqual(key);
  expect(tenantSegment(key)).toBe(segment);
  expect(`~${keyName(key)}`).toBe(segment);
});

test.each([
  ['~acme~acme', '/acme'],
  ['~acme~t~acme', '/t/acme'],
])('%s has a beginning of the path in it', (segment, prefix) => {
  const key = { kind: 'slug', slug: 'acme', prefix } as const;
  expect(parseTenantSegment(segment)).toEqual(key);
  expect(tenantSegment(key)).toBe(segment);
  expect(keyName(key)).toBe('acme');
});

test.each([
  'acme',
  'blog.acme.test',
  '%7Eacme',
  '%7eacme',
  '~',
  '~~acme',
  '~ACME',
  '~-acme',
  '~acme-',
  '~ac me',
  '~acme\n',
  '~a/b',
  '~a%2Fb',
  '~..',
  '~.acme',
  '~acme.',
  '~acme..test',
  '~[slug]',
  '~acme~globex',
  '~acme~',
  '~acme~a.b~acme',
  '~blog.acme.test~blog.acme.test',
  '~_acme',
  '~_',
  `~${'a'.repeat(64)}`,
  '',
])('%j is nobody', (segment) => {
  expect(parseTenantSegment(segment)).toBeNull();
});
