import { expect, test } from 'vitest';
import { isSitePath } from './site-path';

test.each(['', '/', '/blog/hello', '/blog?page=2', '/blog/hello#part', '/admin/members'])(
  '“%s” is a path of the site, or nothing',
  (path) => expect(isSitePath(path)).toBe(true),
);

test.each([
  ...['https://evil.test', '//evil.test', '/\\evil.test', '\\\\evil.test', 'blog', 'javascript:1'],
  ...['/a\nb', '/a b', '/%2f/evil.test', '/%5cevil.test', '/a/../b', '/#<script>', ' /a'],
  `/${'x'.repeat(500)}`,
])('“%s” is not', (path) => expect(isSitePath(path)).toBe(false));
