/** What an attack in SQL has to work with. Names are quoted, values are literals. */
export interface SqlTarget {
  /** "pool"."posts" */
  table: string;
  /** "posts" */
  bareName: string;
  tenant: string;
  /** A column the application may change, or any where it may change none. */
  column: string;
  /** Columns that can be written, and those whose content an error message would give away. */
  writable: string;
  textColumns: string[];
  /** Ids of the bound and the other tenant. */
  own: string;
  foreign: string;
  /** Rows as jsonb literals: the other's as it is, the same as a new row, and as one of the bound tenant. */
  foreignRow: string;
  newForeignRow: string;
  borrowedRow: string;
}

/**
 * What has to come of it. Permission denied is right in any case; else: only the bound tenant's
 * rows, no rows at all, nothing but a refusal, or anything but an error made of the other's data.
 */
export type Verdict = 'own rows' | 'no rows' | 'denied' | 'no data in errors';

export interface SqlAttack {
  name: string;
  verdict: Verdict;
  /** Statements in one transaction; the rows of the last one count. */
  statements(target: SqlTarget): string[];
  /** Who is bound: the own tenant unless said; `stranger` is an id that no row has. */
  bound?: 'nobody' | 'blank' | 'stranger';
  /** Holds for tables, too, that the application may not touch at all. */
  anyTable?: boolean;
  /** Kept if it succeeds, so that a change shows in the other tenant's rows afterwards. */
  commits?: boolean;
}

// Without RETURNING, which would ask the policy for reading as well and so hide an open one.
const insert = (target: SqlTarget, json: string, conflict = '') => {
  const row = `jsonb_populate_record(null::${target.table}, ${json}::jsonb)`;
  const into = `insert into ${target.table} (${target.writable}) overriding system value`;
  return `${into} select ${target.writable} from ${row} ${conflict}`;
};
const returning = ({ tenant }: SqlTarget) => `returning ${tenant} as tenant`;
const read = ({ tenant, table }: SqlTarget) => `select ${tenant} as tenant from ${table}`;
const touch = ({ table, column }: SqlTarget) => `update ${table} set ${column} = ${column}`;

/** Those that a view can be asked, too. */
export const sqlReads: SqlAttack[] = [
  { name: 'select', verdict: 'own rows', statements: (t) => [read(t)] },
  {
    name: 'select the other tenant',
    verdict: 'no rows',
    statements: (t) => [`${read(t)} where ${t.tenant} = ${t.foreign}`],
  },
  {
    name: 'right join with itself',
    verdict: 'own rows',
    statements: (t) => [
      `select b.${t.tenant} as tenant from ${t.table} a right join ${t.table} b on false`,
    ],
  },
  {
    name: 'select with nobody bound',
    verdict: 'no rows',
    bound: 'nobody',
    statements: (t) => [read(t)],
  },
  {
    name: 'select with a blank bound',
    verdict: 'no rows',
    bound: 'blank',
    statements: (t) => [read(t)],
  },
  {
    name: 'select by another search_path',
    verdict: 'own rows',
    statements: (t) => [
      'set local search_path = platform, pool, public',
      `select ${t.tenant} as tenant from ${t.bareName}`,
    ],
  },
  {
    name: 'row_security = off',
    verdict: 'denied',
    statements: (t) => ['set local row_security = off', read(t)],
  },
  {
    name: 'session_replication_role = replica',
    verdict: 'denied',
    statements: (t) => ['set local session_replication_role = replica', read(t)],
  },
  {
    name: 'errors made of the other tenant’s texts',
    verdict: 'no data in errors',
    bound: 'stranger',
    anyTable: true,
    statements: (t) => t.textColumns.map((column) => `${read(t)} where ${column}::int = 0`),
  },
  {
    name: 'statistics',
    verdict: 'no rows',
    anyTable: true,
    statements: (t) => [
      `select null as tenant from pg_stats where format('%I.%I', schemaname, tablename)::regclass = '${t.table}'::regclass`,
    ],
  },
];

const writes: SqlAttack[] = [
  {
    name: 'insert for the other tenant',
    verdict: 'denied',
    commits: true,
    statements: (t) => [insert(t, t.newForeignRow)],
  },
  {
    name: 'insert for the other tenant with nobody bound',
    verdict: 'denied',
    bound: 'nobody',
    statements: (t) => [insert(t, t.newForeignRow)],
  },
  {
    name: 'insert what the other has',
    verdict: 'denied',
    commits: true,
    statements: (t) => [insert(t, t.foreignRow, 'on conflict do nothing')],
  },
  {
    name: 'insert a row that refers to the other’s rows',
    verdict: 'own rows',
    statements: (t) => [`${insert(t, t.borrowedRow, 'on conflict do nothing')} ${returning(t)}`],
  },
  { name: 'update', verdict: 'own rows', statements: (t) => [`${touch(t)} ${returning(t)}`] },
  {
    name: 'update the other tenant',
    verdict: 'no rows',
    commits: true,
    statements: (t) => [`${touch(t)} where ${t.tenant} = ${t.foreign} ${returning(t)}`],
  },
  {
    name: 'give own rows away',
    verdict: 'denied',
    commits: true,
    statements: (t) => [`update ${t.table} set ${t.tenant} = ${t.foreign}`],
  },
  {
    name: 'take the other’s rows',
    verdict: 'no rows',
    commits: true,
    statements: (t) => [
      `update ${t.table} set ${t.tenant} = ${t.own} where ${t.tenant} = ${t.foreign} ${returning(t)}`,
    ],
  },
  {
    name: 'delete',
    verdict: 'own rows',
    statements: (t) => [`delete from ${t.table} ${returning(t)}`],
  },
  {
    name: 'delete from the other tenant',
    verdict: 'no rows',
    commits: true,
    statements: (t) => [`delete from ${t.table} where ${t.tenant} = ${t.foreign} ${returning(t)}`],
  },
];

const definitions: SqlAttack[] = [
  (t: SqlTarget) => `alter table ${t.table} disable row level security`,
  (t: SqlTarget) => `alter table ${t.table} no force row level security`,
  (t: SqlTarget) => `create policy open on ${t.table} using (true)`,
  (t: SqlTarget) => `drop policy tenant_isolation on ${t.table}`,
  (t: SqlTarget) => `alter policy tenant_isolation on ${t.table} using (true)`,
  (t: SqlTarget) => `alter table ${t.table} owner to current_user`,
  (t: SqlTarget) => `truncate ${t.table}`,
  (t: SqlTarget) => `drop table ${t.table}`,
  (t: SqlTarget) => `create view pool.isolation_view as ${read(t)}`,
  (t: SqlTarget) => `create table pool.isolation_copy as ${read(t)}`,
].map((statement) => ({
  name: statement({ table: 'it', tenant: 'tenant' } as SqlTarget).split(' from ')[0] ?? '',
  verdict: 'denied',
  statements: (target) => [statement(target)],
}));

/** Everything that is tried on each table in SQL. */
export const sqlAttacks: SqlAttack[] = [...sqlReads, ...writes, ...definitions];
