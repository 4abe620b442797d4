import { expect, test } from 'vitest';
import { withBasePath, withoutBasePath } from './base-path';

test.each([
  ['/', '/acme', '/acme'],
  ['/blog', '/acme', '/acme/blog'],
  ['/acme', '/acme', '/acme/acme'],
  ['/blog', '', '/blog'],
])('%s under %j is %s, and back', (path, basePath, address) => {
  expect(withBasePath(path, basePath)).toBe(address);
  expect(withoutBasePath(address, basePath)).toBe(path);
});

test('what is no path of the site stays as it is', () => {
  for (const href of ['https://other.test/x', '//other.test', '#top', '?q=x', 'mailto:a@b.test']) {
    expect(withBasePath(href, '/acme')).toBe(href);
  }
  expect(withoutBasePath('/acmee/blog', '/acme')).toBe('/acmee/blog');
});
