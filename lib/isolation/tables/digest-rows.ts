import type { Sql } from 'postgres';
import { quoteName, type Relation } from './relation';

/**
 * Gives a fingerprint of all rows of each table, by name.
 *
 * @param sql - signed in as superuser.
 */
export async function digestRows(sql: Sql, relations: Relation[]): Promise<Map<string, string>> {
  const tables = relations.filter(({ kind }) => kind === 'table');
  const digests = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
       from ${quoteName(name)} t`,
    );
    digests.set(name, row?.digest);
  }
  return digests;
}
