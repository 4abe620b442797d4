import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { bindTenantParams, bindTenantSql, poolPlacement } from '../../db/tenant-scope';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import { digestRows } from './digest-rows';
import { judgeSql, type SqlOutcome } from './judge-sql';
import { readSqlTarget } from './read-sql-target';
import type { Relation } from './relation';
import { roleAttacks } from './role-attacks';
import { type SqlAttack, type SqlTarget, sqlAttacks, sqlReads } from './sql-attacks';
import { classOf } from './table-classes';

export interface PolicyWalk {
  database: ScratchDatabase;
  relations: Relation[];
  tenants: Tenants;
}

/**
 * Wall 2 with wall 1 off: raw SQL as the application role, in both directions, on every table and
 * view. The other tenant's rows must be neither seen nor, in the end, changed.
 */
export async function walkPolicies(walk: PolicyWalk): Promise<WalkReport> {
  const recorder = createRecorder('tables/policy');
  const app = connect(walk.database.appUrl);
  const admin = connect(walk.database.adminUrl);
  const { acme, globex } = walk.tenants;
  const before = await digestRows(admin, walk.relations);
  for (const relation of walk.relations.filter((one) => classOf(one) !== 'uncovered')) {
    for (const [own, foreign] of [
      [acme.id, globex.id],
      [globex.id, acme.id],
    ] as const) {
      const target = await readSqlTarget(admin, relation, own, foreign);
      await attackRelation(app, { relation, target, own, recorder });
    }
  }
  const after = await digestRows(admin, walk.relations);
  for (const [name, digest] of before) {
    recorder.note(name, digest === after.get(name) ? null : 'rows were changed by what was tried');
  }
  for (const leak of await attackRole(app, acme.id)) recorder.note('the role itself', leak);
  for (const leak of await reuseConnection(app, acme.id)) recorder.note('a used connection', leak);
  await Promise.all([app.end({ timeout: 2 }), admin.end({ timeout: 2 })]);
  return recorder.report();
}

interface RelationWalk {
  relation: Relation;
  target: SqlTarget;
  own: string;
  recorder: Recorder;
}

async function attackRelation(app: Sql, walk: RelationWalk): Promise<void> {
  const { relation, target, own, recorder } = walk;
  const isClosed = classOf(relation) === 'closed';
  // Writing to a view that nobody can write to fails before anybody's rights are asked.
  const isRead = relation.kind === 'view' && !relation.privileges.some((one) => one !== 'SELECT');
  const attacks = isRead ? sqlReads : sqlAttacks;
  for (const attack of attacks) {
    const verdict = isClosed && !attack.anyTable ? 'denied' : attack.verdict;
    const leak = judgeSql(await attempt(app, attack, target, own), verdict, own);
    recorder.note(relation.name, leak && `${attack.name}: ${leak}`);
  }
  if (isClosed) return;
  const seen = await attempt(app, sqlAttacks[0] as SqlAttack, target, own);
  const shows = 'rows' in seen && seen.rows.length > 0;
  recorder.note(relation.name, shows ? null : 'shows a tenant none of its own rows');
}

/** Runs an attack in a transaction of its own, bound the way withTenant binds. */
async function attempt(
  app: Sql,
  { statements, bound, commits = false }: Pick<SqlAttack, 'statements' | 'bound' | 'commits'>,
  target: SqlTarget,
  own: string,
): Promise<SqlOutcome> {
  await app.unsafe('begin');
  try {
    if (bound === 'blank') await app.unsafe("select set_config('app.tenant_id', '', true)");
    else if (bound !== 'nobody') await bind(app, bound === 'stranger' ? randomUUID() : own);
    let rows: { tenant: string | null }[] = [];
    for (const statement of statements(target)) rows = await app.unsafe(statement);
    return { rows: [...rows] };
  } catch (error) {
    return { error: error as Error & { code?: string } };
  } finally {
    await app.unsafe(commits ? 'commit' : 'rollback');
  }
}

async function bind(app: Sql, tenantId: string): Promise<void> {
  await app.unsafe(bindTenantSql, bindTenantParams(tenantId, poolPlacement));
}

async function attackRole(app: Sql, own: string): Promise<(string | null)[]> {
  const leaks: (string | null)[] = [];
  for (const statement of roleAttacks) {
    const attack = { statements: () => [statement] };
    const leak = judgeSql(await attempt(app, attack, {} as SqlTarget, own), 'denied', own);
    leaks.push(leak && `${statement}: ${leak}`);
  }
  return leaks;
}

/** What one transaction bound must be gone for the next user of the connection, however it ended. */
async function reuseConnection(app: Sql, own: string): Promise<(string | null)[]> {
  const leaks: (string | null)[] = [];
  for (const end of ['commit', 'rollback', 'select 1 / 0']) {
    await app.unsafe('begin');
    await bind(app, own);
    await app.unsafe('select * from posts');
    await app.unsafe(end).catch(() => app.unsafe('rollback'));
    const rows = await app.unsafe('select tenant_id from pool.posts');
    leaks.push(rows.length === 0 ? null : `after "${end}" a tenant is still bound`);
  }
  return leaks;
}
