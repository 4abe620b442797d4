import { expect, test } from 'vitest';
import { readList } from './read-list';

const read = (text: string) =>
  readList(text).map(({ email, role, groups }) => [email, role, groups.join('|')].join(' '));

test('an address a line, however the lines end, without empty ones', () => {
  expect(read('a@b.test\r\n\n  C@D.test \rmailto:e@f.test\n,;\n')).toEqual([
    'a@b.test  ',
    'c@d.test  ',
    'e@f.test  ',
  ]);
});

test.each([
  ['Ada <ada@b.test>', 'ada@b.test  '],
  ['"Lovelace, Ada" <ada@b.test>, Editor', 'ada@b.test Editor '],
  ['Ada <ada@b.test>; Editor; Team|Press', 'ada@b.test Editor Team|Press'],
  ['ada@b.test,Editor,"Team,Press"', 'ada@b.test Editor Team|Press'],
  ['ada@b.test,Editor,Team,Press', 'ada@b.test Editor Team|Press'],
  ['ada@b.test\tEditor\tTeam; Press', 'ada@b.test Editor Team|Press'],
  ['"ada@b.test","Head ""of"" all"', 'ada@b.test Head of all '],
  ['no address,Editor', 'no address Editor '],
  ['<>', '  '],
])('%j', (line, expected) => {
  expect(read(line)).toEqual([expected]);
});

test('a header says which column is which, and others are left out', () => {
  expect(read('\uFEFFName;Groups;E-Mail\nAda;Team|Press;ada@b.test')).toEqual([
    'ada@b.test  Team|Press',
  ]);
  expect(read('email')).toEqual([]);
});

test('several people in one line, as mail programs write them', () => {
  expect(read('Ada <ada@b.test>, "Bob, B." <bob@b.test>; cleo@b.test')).toEqual([
    'ada@b.test  ',
    'bob@b.test; cleo@b.test  ',
  ]);
  expect(read('ada@b.test; bob@b.test')).toEqual(['ada@b.test  ', 'bob@b.test  ']);
});

test('a line is given back as it was', () => {
  expect(readList('  Ada <ada@b.test> , Boss ')[0]?.text).toBe('Ada <ada@b.test> , Boss');
});

test('ten thousand lines, and one of a hundred thousand quotes, take no time', () => {
  const begun = Date.now();
  expect(readList('a@b.test\n'.repeat(10_000))).toHaveLength(10_000);
  readList('"'.repeat(100_000));
  readList(`${'a '.repeat(50_000)}<`);
  readList(`${'"a'.repeat(50_000)}<b`);
  expect(Date.now() - begun).toBeLessThan(2000);
});
