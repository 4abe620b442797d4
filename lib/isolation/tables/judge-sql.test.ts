import { expect, test } from 'vitest';
import { judgeSql } from './judge-sql';

const rows = (...tenants: (string | null)[]) => ({ rows: tenants.map((tenant) => ({ tenant })) });
const error = (code: string) => ({ error: Object.assign(new Error('told'), { code }) });

test.each([
  [rows('own'), 'own rows', null],
  [rows('own', 'other'), 'own rows', /1 rows of another/],
  [rows(null), 'own rows', /1 rows of another/],
  [rows(), 'no rows', null],
  [rows('own'), 'no rows', /1 rows came/],
  [rows(), 'denied', /not denied/],
  [error('42501'), 'denied', null],
  [error('42501'), 'own rows', null],
  [error('23503'), 'denied', null],
  [error('42601'), 'denied', /could not be carried out/],
  [error('22P02'), 'no data in errors', /tells what another tenant wrote/],
  [rows(), 'no data in errors', null],
] as const)('%j under "%s" is judged %s', (outcome, verdict, expected) => {
  const leak = judgeSql(outcome as Parameters<typeof judgeSql>[0], verdict, 'own');
  if (expected === null) expect(leak).toBeNull();
  else expect(leak).toMatch(expected);
});
