import { eq, type SQL, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/pg-core';
import type { ScopedTx } from '../../db/scoped-tx';
import type { CodeTable } from './drizzle-tables';

type Row = Record<string, unknown>;

/** What an attack on one table has to work with; it runs in the scope of the tenant of `own`. */
export interface HandleTarget extends CodeTable {
  tenantKey: string;
  own: Row;
  foreign: Row;
}

export interface HandleAttack {
  name: string;
  /** Gives the rows it has read or changed. */
  run(tx: ScopedTx, target: HandleTarget): PromiseLike<unknown>;
  /**
   * What the handle may do about it: nothing but filter (the default), refuse instead, or refuse
   * in any case. A refusal of PostgreSQL's is none of these: it would not be the first wall's.
   */
  refusal?: 'allowed' | 'required';
  /** The bound tenant's rows must come: a handle that gives nothing at all would hold every wall. */
  seesOwn?: boolean;
}

/** Attacks call what the types forbid as well: JavaScript, a cast or a newer Drizzle would. */
export type Builder = Record<string, (...args: unknown[]) => Builder> & PromiseLike<unknown>;

/** Builds queries without any handle, as any file may that imports Drizzle. */
export const plain = new QueryBuilder({ casing: 'snake_case' });

export const always = sql`true`;
/** A condition as a person writes it: not in brackets. */
export const either = sql`true or true`;

export function ownSelect(tx: ScopedTx, { table }: HandleTarget): Builder {
  return tx.select().from(table) as unknown as Builder;
}

/** The same table under another name, for joins with itself. */
export function twin({ table }: HandleTarget) {
  return alias(table, 'twin');
}

/** All rows of the table, as a subquery that no handle made. */
export function unscoped({ table }: HandleTarget) {
  return plain.select().from(table).as('unscoped');
}

export function ofForeign({ columns, tenantKey, foreign }: HandleTarget): SQL {
  return eq(columns[tenantKey] as never, foreign[tenantKey]);
}
