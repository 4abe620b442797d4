import type { Sql } from 'postgres';
import type { AppClient } from '../../db/client';
import { bindTenantParams, bindTenantSql, poolPlacement } from '../../db/tenant-scope';
import { listRelations } from '../../isolation/tables/list-relations';
import { plantRow } from '../../isolation/tables/plant-row';
import { quoteName, type Relation, tenantColumnOf } from '../../isolation/tables/relation';

interface Tenants {
  own: { id: string; slug: string };
  other: { id: string; slug: string };
}

const withTheirOwn = new Set(['platform.tenants', 'platform.memberships']);

/** Gives both tenants a row in every table that has a tenant, and lists those the application reads. */
export async function fillTables(owner: Sql, { own, other }: Tenants): Promise<Relation[]> {
  const tables = (await listRelations(owner)).filter(
    (one) => one.kind === 'table' && tenantColumnOf(one) !== null,
  );
  for (const table of tables.filter(({ name }) => !withTheirOwn.has(name))) {
    for (const { id, slug } of [own, other]) await plantRow(owner, table, { id, word: slug });
  }
  return tables.filter(({ privileges }) => privileges.includes('SELECT'));
}

/**
 * Reads every table as the application does, with plain statements that no handle has filtered, for
 * one tenant and for none.
 *
 * @returns the tables that show rows of somebody else.
 */
export async function tableLeaks(
  { owner, client }: { owner: Sql; client: AppClient },
  tables: Relation[],
  tenantId: string,
): Promise<string[]> {
  const leaks: string[] = [];
  const bound = bindTenantParams(tenantId, poolPlacement);
  for (const table of tables) {
    const name = quoteName(table.name);
    const column = tenantColumnOf(table);
    const mine = await countOf(
      owner,
      `select count(*)::int from ${name} where ${column} = '${tenantId}'`,
    );
    const all = await countOf(owner, `select count(*)::int from ${name}`);
    // Where nobody else has a row, nothing would show.
    if (mine === 0 || mine === all) leaks.push(`${table.name} was not filled`);
    const seen = (params: [string, string]) =>
      client.query((sql) =>
        sql.begin(async (tx) => {
          await tx.unsafe(bindTenantSql, params);
          return countOf(tx, `select count(*)::int from ${name}`);
        }),
      );
    if ((await seen(bound)) > mine) leaks.push(`${table.name} shows rows of somebody else`);
    if ((await seen(['', bound[1]])) > 0)
      leaks.push(`${table.name} shows rows where no tenant is bound`);
  }
  return leaks;
}

async function countOf(sql: Pick<Sql, 'unsafe'>, statement: string): Promise<number> {
  const [row] = await sql.unsafe(statement);
  return row?.count;
}
