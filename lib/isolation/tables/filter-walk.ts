import type { ScopedTx } from '../../db/scoped-tx';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import { listBuilderMethods } from './builder-methods';
import { type CodeTable, columnName } from './drizzle-tables';
import type { HandleAttack, HandleTarget } from './handle-attack';
import { judgeAttempt } from './judge-attempt';
import type { OpenHandle } from './open-handle';
import { readAttacks } from './read-attacks';
import { readTarget } from './read-target';
import type { Relation, UniqueKey } from './relation';
import { upsertAttacks, writeAttacks } from './write-attacks';

export interface FilterWalk {
  handle: OpenHandle;
  bypassUrl: string;
  tables: CodeTable[];
  relations: Relation[];
  tenants: Tenants;
}

/**
 * Wall 1 with wall 2 off: through the handle, signed in as a role for which row security does not
 * hold, in both directions. Whatever comes back must be the bound tenant's.
 */
export async function walkFilter(walk: FilterWalk): Promise<WalkReport> {
  const recorder = createRecorder('tables/filter');
  const { acme, globex } = walk.tenants;
  for (const table of walk.tables) {
    const relation = walk.relations.find(({ name }) => name === table.name);
    if (!relation) {
      recorder.uncovered(table.name, 'the code declares it and the database has no such table');
      continue;
    }
    if (table.tenantKey === null) {
      recorder.note(table.name, await reachTable(walk.handle, acme.id, table));
      continue;
    }
    for (const [own, foreign] of [
      [acme.id, globex.id],
      [globex.id, acme.id],
    ] as const) {
      const target = await readTarget(walk.bypassUrl, table, own, foreign);
      if (target === null) recorder.uncovered(table.name, 'a tenant has no row in it');
      else await attackTable(walk.handle, { target, own, relation, recorder });
    }
  }
  return recorder.report();
}

interface TableWalk {
  target: HandleTarget;
  own: string;
  relation: Relation;
  recorder: Recorder;
}

async function attackTable(handle: OpenHandle, walk: TableWalk): Promise<void> {
  const { target, own, relation, recorder } = walk;
  await handle.inScope(own, async (tx: ScopedTx) => {
    for (const { name, covered } of listBuilderMethods(tx, target)) {
      if (!covered) recorder.uncovered(target.name, `the method ${name} of the handle`);
    }
  });
  const keys = relation.uniqueKeys.map((key) => byProperty(target, key));
  const attacks: HandleAttack[] = [...readAttacks, ...writeAttacks, ...upsertAttacks(keys)];
  for (const attack of attacks) {
    const outcome = await attempt(() => handle.inScope(own, (tx) => attack.run(tx, target)));
    const leak = judgeAttempt(outcome, { attack, tenantKey: target.tenantKey, own });
    recorder.note(target.name, leak && `${attack.name}: ${leak}`);
  }
}

/** A table without tenants is not for the handle at all. */
async function reachTable(handle: OpenHandle, own: string, { table }: CodeTable) {
  const outcome = await attempt(() => handle.inScope(own, (tx) => tx.select().from(table)));
  return 'error' in outcome ? null : 'the handle reads it though no row of it has a tenant';
}

async function attempt(work: () => Promise<unknown>) {
  try {
    return { result: await work() };
  } catch (error) {
    return { error };
  }
}

/** Keys by the names the code gives their columns. */
function byProperty({ columns }: CodeTable, { columns: names, where }: UniqueKey): UniqueKey {
  const properties = Object.entries(columns).map(([key, column]) => [columnName(column), key]);
  const keyOf = Object.fromEntries(properties);
  return { columns: names.map((name) => keyOf[name] ?? name), where };
}
