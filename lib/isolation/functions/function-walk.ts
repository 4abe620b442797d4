import type { Sql } from 'postgres';
import { bindTenantParams, bindTenantSql, poolPlacement } from '../../db/tenant-scope';
import { createRecorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import { type FunctionCase, functionCases } from './function-cases';
import { listFunctions } from './list-functions';

/**
 * The doors in wall 2: each function that runs with its owner's rights is called as the application
 * role, with nobody bound and with each tenant bound, and must give what its cases say.
 */
export async function walkFunctions(
  database: ScratchDatabase,
  tenants: Tenants,
): Promise<WalkReport> {
  const recorder = createRecorder('functions');
  const admin = connect(database.adminUrl);
  const functions = await listFunctions(admin);
  await admin.end({ timeout: 2 });
  const app = connect(database.appUrl);
  for (const { name, appMayCall, faults } of functions) {
    recorder.note(name, null);
    for (const fault of faults) recorder.note(name, fault);
    const cases = functionCases[name] ?? [];
    if (appMayCall && cases.length === 0) recorder.uncovered(name, 'no case says what it may give');
    for (const one of cases) {
      for (const bound of [null, tenants.acme.id, tenants.globex.id]) {
        const fault = await call(app, one, tenants, bound);
        recorder.note(name, fault && `${one.about}: ${fault}`);
      }
    }
  }
  for (const name of Object.keys(functionCases)) {
    const exists = functions.some((one) => one.name === name);
    if (!exists) recorder.note(name, 'has cases but does not exist');
  }
  await app.end({ timeout: 2 });
  return recorder.report();
}

async function call(
  app: Sql,
  { sql, params, gives }: FunctionCase,
  tenants: Tenants,
  bound: string | null,
): Promise<string | null> {
  const rows = await app.begin(async (tx) => {
    if (bound) await tx.unsafe(bindTenantSql, bindTenantParams(bound, poolPlacement));
    return tx.unsafe(sql, params(tenants));
  });
  const expected = gives(tenants);
  if (typeof expected === 'function') return expected(rows);
  const given = JSON.stringify(rows);
  return given === JSON.stringify(expected) ? null : `gives ${given}`;
}
