import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { connect } from '../world/scratch-server';
import type { CodeTable } from './drizzle-tables';
import type { HandleTarget } from './handle-attack';

/** Reads a row of each tenant, for the walks to attack with; null when one of them has none. */
export async function readTarget(
  bypassUrl: string,
  table: CodeTable,
  ownId: string,
  foreignId: string,
): Promise<HandleTarget | null> {
  const sql = connect(bypassUrl);
  const db = drizzle(sql, { casing: 'snake_case' });
  const tenantKey = table.tenantKey ?? '';
  const column = table.columns[tenantKey] as never;
  const [own] = await db.select().from(table.table).where(eq(column, ownId)).limit(1);
  const [foreign] = await db.select().from(table.table).where(eq(column, foreignId)).limit(1);
  await sql.end({ timeout: 2 });
  return own && foreign ? { ...table, tenantKey, own, foreign } : null;
}
