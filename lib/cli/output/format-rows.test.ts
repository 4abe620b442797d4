import { describe, expect, test } from 'vitest';
import { type Format, formatRows } from './format-rows';

const rows = [
  { slug: 'acme', name: 'ACME', note: null },
  { slug: 'globex-long', name: 'Globex', note: 7 },
];

describe('as a table', () => {
  test('columns line up', () => {
    expect(formatRows(rows, 'table')).toBe(
      'slug         name    note\nacme         ACME\nglobex-long  Globex  7\n',
    );
  });
  test('nothing is said to be nothing', () => {
    expect(formatRows([], 'table')).toBe('none\n');
  });
  test('a name cannot write over the terminal', () => {
    const name = 'a\nb\u001b[2Jc\u009bd';
    expect(formatRows([{ name }], 'table')).toBe('name\na b [2Jc d\n');
  });
});

describe('as CSV', () => {
  test('lines end as the standard says, and special cells are quoted', () => {
    const special = [{ a: 'x,y', b: 'say "hi"', c: 'two\nlines', d: '' }];
    expect(formatRows(special, 'csv')).toBe('a,b,c,d\r\n"x,y","say ""hi""","two\nlines",\r\n');
  });
  test.each(['=1+1', '+1', '-1', '@x', '\tx'])('%j is no formula', (cell) => {
    expect(formatRows([{ a: cell }], 'csv')).toBe(`a\r\n'${cell}\r\n`);
  });
  test('nothing is empty', () => {
    expect(formatRows([], 'csv')).toBe('');
  });
});

test('as JSON the values keep their types', () => {
  expect(JSON.parse(formatRows(rows, 'json'))).toEqual(rows);
  expect(JSON.parse(formatRows([], 'json'))).toEqual([]);
});

test('another format is refused', () => {
  expect(() => formatRows(rows, 'xml' as Format)).toThrow('"xml" is no format');
});
