import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleDb } from '../db/console-db';
import { env } from '../env';
import { exportCsv } from '../resources/export-csv';
import { readListQuery } from '../resources/list-query';
import { listRecords } from '../resources/list-records';
import type { ResourceContext } from '../resources/resource-context';
import { type ConsoleTrial, consoleTrial } from '../testing/console-trial';
import { auditResource } from './resources/audit';
import { verifyLog } from './verify-log';

let trial: ConsoleTrial;
let ctx: ResourceContext & Parameters<typeof verifyLog>[0];
beforeAll(async () => {
  trial = await consoleTrial();
  // Sealing the audit log uses the pool of the process.
  env().DATABASE_URL = trial.database.appUrl;
  const db = consoleDb(await trial.openSession(trial.root), trial.client);
  ctx = { tenant: null, db, can: () => true };
  const words: [string | null, string][] = [
    [null, 'platform'],
    [trial.acme.id, 'acme'],
    [trial.globex.id, 'globex'],
  ];
  for (const [id, word] of words) {
    await trial.owner`
      insert into platform.events (tenant_id, type, payload)
      select ${id}::uuid, 'user.updated', jsonb_build_object('label', ${word}::text || ' ' || n)
      from generate_series(1, 3) n`;
  }
});
afterAll(() => trial.end());

const labels = async (params: Record<string, string> = {}) => {
  const page = await listRecords(ctx, auditResource, readListQuery(auditResource, params));
  return page.records.map(({ label }) => label);
};

test('one list is one log: the platform’s own, or that of the tenant it is filtered by', async () => {
  expect(await labels()).toEqual(['platform 3', 'platform 2', 'platform 1']);
  expect(await labels({ tenant: trial.acme.id })).toEqual(['acme 3', 'acme 2', 'acme 1']);
  expect(await labels({ tenant: trial.globex.id.toUpperCase(), q: 'x 2' })).toEqual(['globex 2']);
  expect(await labels({ tenant: 'no-id' })).toHaveLength(3);
  let csv = '';
  const query = readListQuery(auditResource, { tenant: trial.acme.id });
  for await (const part of exportCsv(ctx, auditResource, query)) csv += part;
  expect(csv).toContain('acme 3');
  expect(csv).not.toMatch(/globex|platform/);
});

test('each is verified with what has just happened, by the rights of the console alone', async () => {
  for (const id of [null, trial.acme.id]) {
    expect(await verifyLog(ctx, id)).toMatchObject({ rows: 3, head: { seq: 3 }, fault: null });
  }
  await trial.owner`insert into platform.events (tenant_id, type) values (${trial.acme.id}, 'a.b')`;
  expect(await verifyLog(ctx, trial.acme.id)).toMatchObject({ rows: 4, fault: null });
  // Nobody but a superuser of the database can: the triggers stop its owner, too.
  const admin = postgres(trial.database.adminUrl, { max: 1 });
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update platform.audit_log set label = 'x' where tenant_id = ${trial.acme.id} and seq = 2`;
  });
  await admin.end();
  const { fault } = await verifyLog(ctx, trial.acme.id);
  expect(fault).toMatchObject({ seq: 2, message: 'Row 2 was edited.' });
  expect((await verifyLog(ctx, trial.globex.id)).fault).toBeNull();
});
