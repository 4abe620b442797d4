import { expect, test } from 'vitest';
import type { Relation } from './relation';
import { classOf, faultsOf } from './table-classes';

function relation(change: Partial<Relation> = {}): Relation {
  return {
    name: 'pool.things',
    kind: 'table',
    rowSecurity: true,
    forced: true,
    policies: 1,
    securityInvoker: false,
    privileges: ['SELECT'],
    columns: ['id', 'tenant_id'].map((name) => ({
      name,
      type: 'uuid',
      notNull: true,
      hasDefault: false,
      automatic: false,
      appMayUpdate: false,
    })),
    foreignKeys: [],
    uniqueKeys: [],
    checks: [],
    ...change,
  };
}

const faults = (change: Partial<Relation>, inCode = ['pool.things']) =>
  faultsOf(relation(change), inCode).join();

test('a table with its wall, known to the code, is right', () => {
  expect(faults({})).toBe('');
});

test.each([
  [{ rowSecurity: false }, /not enabled/],
  [{ forced: false }, /not forced/],
  [{ policies: 0 }, /no policy/],
  [{ privileges: ['SELECT', 'TRUNCATE'] }, /TRUNCATE/],
  [{ columns: [] }, /is not covered/],
  [{ kind: 'view' as const }, /security_invoker/],
  [{ kind: 'materialized view' as const }, /no row security/],
  [{ name: 'platform.users' }, /the application may SELECT/],
])('%j is a fault', (change, expected) => {
  expect(faults(change)).toMatch(expected);
});

test('a table that no schema module declares is not covered', () => {
  expect(faults({}, [])).toMatch(/is not covered/);
});

test('the tenants themselves are known by their id', () => {
  expect(classOf(relation({ name: 'platform.tenants', columns: [] }))).toBe('tenant');
});
