import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { expect, test } from 'vitest';
import { createScopedTx } from '../../db/scoped-tx';
import { listBuilderMethods } from './builder-methods';
import { listCodeTables } from './drizzle-tables';

const db = drizzle({ options: { parsers: {}, serializers: {} } } as unknown as Sql, {
  casing: 'snake_case',
});

test('every method of the handle’s builders is attacked, or known to be harmless', () => {
  const table = listCodeTables().find(({ name }) => name === 'pool.tags');
  if (!table) throw new Error('pool.tags is gone');
  const tx = createScopedTx(db, 'a');
  const row = { slug: 'x', name: 'x' };
  const methods = listBuilderMethods(tx, {
    ...table,
    tenantKey: 'tenantId',
    own: row,
    foreign: row,
  });
  expect(methods.length).toBeGreaterThan(40);
  expect(methods.filter(({ covered }) => !covered).map(({ name }) => name)).toEqual([]);
});
