import { expect, test } from 'vitest';
import { isLinkTarget, storedLinks } from './site-links';

test.each([
  '/',
  '/tags',
  '/blog/x?y=1#z',
  'https://example.com',
  'HTTP://a.test/x',
  'mailto:a@b.test',
])('leads to %s', (href) => expect(isLinkTarget(href)).toBe(true));

test.each([
  ...['', 'tags', '//evil.test', '/\\evil.test', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)'],
  ...['data:text/html,x', 'https://', 'https:///x', 'ftp://a.test', '/a b', '/a\n', 'mailto:'],
  `/${'x'.repeat(600)}`,
])('never leads to %j', (href) => expect(isLinkTarget(href)).toBe(false));

test('what is stored and cannot be used is left out', () => {
  const good = { label: 'Topics', href: '/tags' };
  expect(storedLinks.parse([good, { label: '', href: '/x' }, 7, null, { href: '/x' }])).toEqual([
    good,
  ]);
  expect(storedLinks.parse('nonsense')).toEqual([]);
  expect(storedLinks.parse(Array.from({ length: 50 }, () => good))).toHaveLength(12);
});
