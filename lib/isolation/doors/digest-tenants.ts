import type { Sql } from 'postgres';
import { listRelations } from '../tables/list-relations';
import { quoteName, type Relation, tenantColumnOf } from '../tables/relation';

/** Whose rows of which table, to their fingerprint. */
export type Digests = Map<string, string>;

/** Takes fingerprints of everything, as often as asked. */
export interface Digester {
  take(): Promise<Digests>;
}

/** Counters of attempts: refusals are what they count. */
const counters = new Set(['platform.rate_limits']);
/** Noted whenever a session or a key is used, and when somebody's inbox shows what is theirs. */
const noted = ['last_seen_at', 'last_used_at', 'seen_at'];

/**
 * Prepares fingerprints of every table, apart for each tenant.
 *
 * @param sql - signed in as superuser.
 * @param owners - name to id of the tenants told apart; all other rows are one.
 */
export async function createDigester(sql: Sql, owners: Record<string, string>): Promise<Digester> {
  const relations = await listRelations(sql);
  const tables = relations.filter(({ kind, name }) => kind === 'table' && !counters.has(name));
  const query = tables.map((table) => digestQuery(table, owners)).join(' union all ');
  return {
    async take() {
      await sealAll(sql);
      const rows = await sql.unsafe(query);
      return new Map(rows.map(({ item, digest }) => [item, digest]));
    },
  };
}

/** What happened is sealed whenever somebody looks at the log: here before that counts as a change. */
export async function sealAll(sql: Sql): Promise<void> {
  for (let more = true; more; ) {
    const rows = await sql`
      select platform.seal_audit(tenant_id) as more from platform.list_unsealed(100)`;
    more = rows.some((row) => row.more);
  }
}

function digestQuery(relation: Relation, owners: Record<string, string>): string {
  const { name } = relation;
  const column = tenantColumnOf(relation);
  const cases = Object.entries(owners).map(([owner, id]) => `when '${id}' then '${owner}'`);
  const owner = column ? `case ${column}::text ${cases.join(' ')} else 'others' end` : "'others'";
  const row = noted.reduce((text, one) => `${text} - '${one}'`, 'to_jsonb(t)');
  return `select '${name} of ' || ${owner} as item,
      count(*) || ':' || md5(string_agg(md5((${row})::text), '' order by md5((${row})::text))) as digest
    from ${quoteName(name)} t group by 1`;
}

/** Names what is not as it was, as in "pool.posts of globex". */
export function changedBetween(before: Digests, after: Digests): string[] {
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return all.filter((item) => before.get(item) !== after.get(item));
}
