import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenLinks } from '../../tenancy/site-links';
import { readLinkLines, writeLinkLines } from './link-lines';

test('what is given and cannot be used is refused with the line and what to do', () => {
  const refused = (text: string) =>
    givenLinks(3).safeParse(readLinkLines(text)).error?.issues[0]?.message;
  expect(refused('Topics, /tags\nShop, https://shop.test')).toBeUndefined();
  expect(refused('Shop, javascript:alert(1)')).toContain('“Shop” leads to “javascript:alert(1)”');
  expect(refused('Shop')).toContain('write a path');
  expect(refused(', /x')).toContain('letters');
  expect(refused('a, /\n'.repeat(4))).toBe('At most 3 links.');
});

test('links are read as they are written', () => {
  const label = fc.stringMatching(/^[\p{L}\d][\p{L}\d ,&]{0,30}[\p{L}\d]$/u);
  const links = fc.array(fc.record({ label, href: fc.webUrl() }), { maxLength: 5 });
  fc.assert(
    fc.property(links, (given) => {
      const usable = given.filter(({ href }) => !href.includes(','));
      expect(readLinkLines(writeLinkLines(usable))).toEqual(usable);
    }),
  );
});
