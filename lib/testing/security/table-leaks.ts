import type { Sql } from 'postgres';
import type { AppClient } from '../../db/client';
import { bindTenantParams, bindTenantSql, poolPlacement } from '../../db/tenant-scope';
import { listRelations } from '../../isolation/tables/list-relations';
import { plantRow } from '../../isolation/tables/plant-row';
import { quoteName, type Relation, tenantColumnOf } from '../../isolation/tables/relation';
import { withTheirOwn } from '../../isolation/tables/with-their-own';

interface Tenants {
  own: { id: string; slug: string };
  other: { id: string; slug: string };
}

/** Gives both tenants a row in every table that has a tenant, and lists those the application reads. */
export async function fillTables(owner: Sql, { own, other }: Tenants): Promise<Relation[]> {
  const tables = (await listRelations(owner)).filter(
    (one) => one.kind === 'table' && tenantColumnOf(one) !== null,
  );
  let left = tables.filter(({ name }) => !withTheirOwn.has(name));
  while (left.length > 0) left = await plantSome(owner, left, [own, other]);
  for (const { id } of [own, other]) await addSupport(owner, id);
  return tables.filter(({ privileges }) => privileges.includes('SELECT'));
}

/**
 * A row may need one of another table first, whatever order they come in.
 *
 * @returns the tables that got none yet.
 * @throws what keeps the last of them from getting one.
 */
async function plantSome(
  owner: Sql,
  tables: Relation[],
  tenants: Tenants['own'][],
): Promise<Relation[]> {
  const left: Relation[] = [];
  let fault: unknown;
  for (const table of tables) {
    try {
      for (const { id, slug } of tenants) await plantRow(owner, table, { id, word: slug });
    } catch (error) {
      fault = error;
      left.push(table);
    }
  }
  if (left.length === tables.length) throw fault;
  return left;
}

/** An access of support that is over, with its grant: their times must fit. */
async function addSupport(sql: Sql, tenantId: string): Promise<void> {
  await sql`
    insert into platform.support_sessions (tenant_id, superuser_id, superuser_name, user_id, user_name,
      began_in, reason, started_at, expires_at, ended_at, ended_how)
    select t.id, s.id, s.name, u.id, u.name, 'planted', 'Planted here', now() - interval '1 hour',
      now() - interval '45 minutes', now() - interval '45 minutes', 'time'
    from platform.tenants t join platform.users u on u.id = t.owner_id,
      platform.users s where t.id = ${tenantId} and s.id <> u.id limit 1`;
  await sql`
    insert into platform.support_grants (tenant_id, until, granted_by, granted_by_name)
    select t.id, now() + interval '1 day', u.id, u.name
    from platform.tenants t join platform.users u on u.id = t.owner_id where t.id = ${tenantId}`;
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
