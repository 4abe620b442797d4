import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv';

test.each([
  [['a', 'b'], 'a,b\r\n'],
  [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"\r\n'],
  [[null, undefined, true, -5, 0], ',,true,-5,0\r\n'],
  [['=1+1', '+1', '-1', '@SUM(A1)'], "'=1+1,'+1,'-1,'@SUM(A1)\r\n"],
  [['\tx', '\rx'], '\'\tx,"\'\rx"\r\n'],
  [['a=b', ' =x'], 'a=b, =x\r\n'],
])('a line of CSV (%#)', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test('no cell starts a formula, and every text comes back', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = csvLine([text]).slice(0, -2);
      const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(value).not.toMatch(/^[=+\-@\t\r]/);
      expect(value.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(text.replace(/^'(?=[=+\-@\t\r])/, ''));
    }),
  );
});
