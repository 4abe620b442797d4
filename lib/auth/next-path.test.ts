import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPath } from './next-path';

test.each([
  '/',
  '/admin',
  '/admin/posts?sort=-title&q=a%20b',
  '/blog/%E2%82%AC',
  '/admin/posts?next=//evil.test',
])('%s is a path of this host', (path) => {
  expect(nextPath(path, '/home')).toBe(path);
});

test.each([
  undefined,
  null,
  7,
  ['/admin'],
  '',
  'admin',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/a\\b',
  'https://evil.test/',
  'https:/evil.test',
  'javascript:alert(1)',
  'data:text/html,x',
  ' /admin',
  '/ad min',
  '/\t/evil.test',
  '/\n/evil.test',
  '/admin\r\nSet-Cookie: a=b',
  '/%0d%0aSet-Cookie:a=b',
  '/%2f/evil.test',
  '/%2F%2Fevil.test',
  '/%5cevil.test',
  '/%255cevil.test',
  '/./%2fevil.test',
  '/.//evil.test',
  '/a/..//evil.test',
  '/%2e//evil.test',
  '/%2e%2e//evil.test',
  '/ünicode',
  '/\u2028',
  `/${'a'.repeat(3000)}`,
])('%j is not', (value) => {
  expect(nextPath(value, '/home')).toBe('/home');
});

const pieces = fc.constantFrom(
  '/',
  '\\',
  '.',
  '..',
  '%2f',
  '%5c',
  '%2e',
  '\t',
  'a',
  ':',
  '@',
  '?',
  '#',
  'evil.test',
  'https:',
); // prettier-ignore
const spiteful = fc.array(pieces, { maxLength: 8 }).map((list) => `/${list.join('')}`);

test('whatever is given, a browser stays on this host', () => {
  fc.assert(
    fc.property(fc.oneof(spiteful, fc.string({ unit: 'binary' }), fc.webUrl()), (value) => {
      const path = nextPath(value, '/');
      expect(path.startsWith('/')).toBe(true);
      const once = new URL(path, 'https://acme.example');
      expect(once.origin).toBe('https://acme.example');
      const again = new URL(decodeURI(once.pathname), 'https://acme.example');
      expect(again.origin).toBe('https://acme.example');
    }),
    { numRuns: 2000 },
  );
});
