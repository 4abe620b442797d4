import { describe, expect, test } from 'vitest';
import { readPageMarkup } from './page-markup';

const page = `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>A &amp; B</title>
<link rel="stylesheet" href="/a.css"/><link rel="canonical" href="/"/><script>1 < 2</script></head>
<body class="wide"><p style="color:red;--own-line:1px" for="x">One<!-- --> two<br/></p>
<script src="/x.js" async=""></script></body></html>`;

describe('the markup of a page', () => {
  const nodes = readPageMarkup(page);
  const paragraph = nodes.find((node) => typeof node !== 'string' && node.tag === 'p');

  test('has what the head says, and not what it loads', () => {
    expect(nodes.slice(0, 2)).toEqual([
      { tag: 'title', attributes: {}, children: ['A & B'] },
      { tag: 'link', attributes: { rel: 'canonical', href: '/' }, children: [] },
    ]);
    expect(JSON.stringify(nodes)).not.toMatch(/script|stylesheet|charSet/);
  });
  test('has attributes as React wants them', () => {
    expect(paragraph).toMatchObject({
      attributes: { style: { color: 'red', '--own-line': '1px' }, htmlFor: 'x' },
    });
  });
  test('keeps text and elements in order', () => {
    expect(paragraph).toMatchObject({ children: ['One two', { tag: 'br' }] });
  });
  test('a page without a body is refused', () => {
    expect(() => readPageMarkup('<html></html>')).toThrow('no body');
  });
});
