import { expect, test } from 'vitest';
import { readPeriod } from './read-period';

const read = (path: string) => readPeriod(path.split('/'));

test('years, months and their pages are read', () => {
  expect(read('2024')).toEqual({ year: 2024, page: 1 });
  expect(read('2024/05')).toEqual({ year: 2024, month: 5, page: 1 });
  expect(read('2024/page/2')).toEqual({ year: 2024, page: 2 });
  expect(read('2024/12/page/10')).toEqual({ year: 2024, month: 12, page: 10 });
});

test('nothing else is a period', () => {
  const others = [
    '',
    '24',
    '0000',
    '20240',
    '2024/5',
    '2024/00',
    '2024/13',
    '2024/05/01',
    'page/2',
  ];
  const pages = ['2024/page', '2024/page/0', '2024/page/x', '2024/page/2/3', '2024/05/side/2'];
  for (const path of [...others, ...pages]) expect(read(path), path).toBeNull();
});
