import { expect, test } from 'vitest';
import { keyName, parseTenantSegment, tenantSegment } from './tenant-key';

test.each([
  ['~acme', { kind: 'slug', slug: 'acme' }],
  ['~a', { kind: 'slug', slug: 'a' }],
  ['~a-1', { kind: 'slug', slug: 'a-1' }],
  ['~blog.acme.test', { kind: 'domain', hostname: 'blog.acme.test' }],
] as const)('%s is read back as written', (segment, key) => {
  expect(parseTenantSegment(segment)).toEqual(key);
  expect(tenantSegment(key)).toBe(segment);
  expect(`~${keyName(key)}`).toBe(segment);
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
  `~${'a'.repeat(64)}`,
  '',
])('%j is nobody', (segment) => {
  expect(parseTenantSegment(segment)).toBeNull();
});
