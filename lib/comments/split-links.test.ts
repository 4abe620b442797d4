import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { splitLinks } from './split-links';

const links = (text: string) => splitLinks(text).flatMap(({ href }) => href ?? []);

test('web addresses are found, without what ends the sentence', () => {
  expect(splitLinks('See https://a.example/x?y=1, and (http://b.example/a_(b)).')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
    { text: ', and (', href: null },
    { text: 'http://b.example/a_(b)', href: 'http://b.example/a_(b)' },
    { text: ').', href: null },
  ]);
});

test('nothing else leads anywhere', () => {
  const others = [
    'javascript:alert(1)',
    'data:text/html,x',
    'www.a.example',
    'https://',
    'xhttps:/a',
  ];
  for (const text of others) expect(links(text), text).toEqual([]);
  expect(links('<a href="https://a.example">x</a>')).toEqual(['https://a.example']);
});

test('no sign of a text is lost or added', () => {
  assert(
    property(string({ unit: 'grapheme' }), string(), (one, two) => {
      const text = `${one} https://${two}. ${one}`;
      expect(
        splitLinks(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('very many addresses take no time', () => {
  const text = 'https://a.example/ '.repeat(10_000);
  const begun = performance.now();
  expect(links(text)).toHaveLength(10_000);
  expect(performance.now() - begun).toBeLessThan(1000);
});
