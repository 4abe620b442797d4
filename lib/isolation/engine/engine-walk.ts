import { adminResources } from '../../admin/registry';
import { AppError } from '../../errors';
import type { Resource } from '../../resources/resource';
import { sealAll } from '../doors/digest-tenants';
import { readRecords, tellingRecords } from '../doors/read-records';
import { createRecorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import { foreignAttacks } from './engine-attacks';
import type { EngineTarget } from './engine-target';
import { openEngine, type Standing } from './open-engine';
import { ownUses } from './own-uses';

interface EngineWalk {
  database: ScratchDatabase;
  tenants: Tenants;
  standing: Standing;
}

/**
 * Every declared resource through the engine, with one of the two walls off: list, find, choices,
 * history, export, bulk acts, saves and versions with ids of the other tenant, in both directions.
 */
export async function walkEngine({ database, tenants, standing }: EngineWalk): Promise<WalkReport> {
  const recorder = createRecorder(`engine/${standing}`);
  const sql = connect(database.adminUrl);
  const { acme, globex } = tenants;
  await sealAll(sql);
  const records = {
    acme: await readRecords(sql, adminResources, acme.id),
    globex: await readRecords(sql, adminResources, globex.id),
  };
  await sql.end({ timeout: 2 });
  const engine = openEngine(database, standing);
  for (const declared of adminResources) {
    // Sealing the log is the application's own, whatever is bound; it has a case of its own.
    const resource: Resource = { ...declared, hooks: { ...declared.hooks, beforeList: undefined } };
    const { name } = resource;
    for (const [side, other] of [
      ['acme', 'globex'],
      ['globex', 'acme'],
    ] as const) {
      const [own, theirs] = [records[side][name] ?? [], records[other][name] ?? []];
      if (own.length === 0 || theirs.length === 0) {
        recorder.uncovered(name, 'a tenant has no record of it');
        continue;
      }
      const target: EngineTarget = {
        ...{ ctx: engine.contextOf(tenants[side]), resource },
        ...{ own: tellingRecords(own, theirs), theirs: tellingRecords(theirs, own) },
        ...{ ownRecords: records[side], theirRecords: records[other] },
      };
      for (const [way, attack] of Object.entries(foreignAttacks)) {
        const { came, fault } = await tryIt(() => attack(target));
        const leak = fault ?? (came.length > 0 ? `gives ${came.slice(0, 3).join(', ')}` : null);
        recorder.note(name, leak && `${way} with ids of ${other}: ${leak}`);
      }
      for (const [way, use] of Object.entries(ownUses)) {
        const { came, refusal } = await tryIt(() => use(target));
        const fault = came.length > 0 ? null : `${way} gives ${side} nothing of its own`;
        recorder.note(name, fault && `${fault}${refusal ? ` (${refusal})` : ''}`);
      }
    }
  }
  await engine.close();
  return recorder.report();
}

interface Outcome {
  came: string[];
  refusal: string;
  /** Neither an answer nor a refusal: it was not really tried. */
  fault: string | null;
}

/** A refusal of the application's own, or of the wall that stands, is what is wanted. */
async function tryIt(work: () => Promise<string[]>): Promise<Outcome> {
  try {
    return { came: await work(), refusal: '', fault: null };
  } catch (error) {
    const refusal = error instanceof Error ? error.message : String(error);
    const isRefused = error instanceof AppError;
    return { came: [], refusal, fault: isRefused ? null : `could not be tried: ${refusal}` };
  }
}
