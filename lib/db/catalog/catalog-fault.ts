import type { Sql } from 'postgres';

/** What may be wrong with a database, by name. */
export const faultKinds = [
  'unknown-table',
  'missing-table',
  'wrong-owner',
  'no-tenant-id',
  'key-without-tenant',
  'index-without-tenant',
  'foreign-key-without-tenant',
  'foreign-key-between-classes',
  'expression-index',
  'index-not-leakproof',
  'no-row-security',
  'row-security-not-forced',
  'policy-missing',
  'policy-different',
  'policy-subquery',
  'unsafe-grant',
  'public-grant',
  'definer-search-path',
  'definer-public',
  'view-without-invoker',
  'materialised-view',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** One fault: what is wrong with which object. */
export interface CatalogFault {
  kind: FaultKind;
  /** With its schema, as in `pool.posts`, followed by the part of it that is meant. */
  object: string;
}

/** Which tables there ought to be, by class. */
export interface TableClasses {
  /** Names in schema `platform` that carry row security. */
  platform: string[];
  /** Names in schema `platform` that the application has no business with. */
  internal: string[];
  /** Names in each of the tenant schemas. */
  tenant: string[];
  tenantSchemas: string[];
  /** Indexes that only functions with the owner's rights use, so that leakproofness is no matter. */
  functionIndexes: string[];
}

/** Looks at one aspect of a live database. Any role can run it: catalogues are open to all. */
export type CatalogCheck = (sql: Sql, classes: TableClasses) => Promise<CatalogFault[]>;

type Row = { kind: string; object: string };

/** Names the type of what a check's query gives. */
export function asFaults(rows: Iterable<unknown>): CatalogFault[] {
  return [...(rows as Iterable<Row>)].map(({ kind, object }) => ({
    kind: kind as FaultKind,
    object,
  }));
}
