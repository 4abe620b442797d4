import { type SQL, sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { openOwnerDb } from '../db/owner-db';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { sealAudit } from './seal-audit';
import { verifyAudit } from './verify-audit';

let database: TestDatabase;
let owner: Sql;
let admin: ReturnType<typeof openOwnerDb>;
let db: ReturnType<typeof openOwnerDb>;
let client: AppClient;
let tenantId: string;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  admin = openOwnerDb(database.adminUrl);
  db = openOwnerDb(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 1 });
  tenantId = (await makeTenant(owner, 'acme')).id;
  for (const id of [tenantId, null]) {
    await owner`
      insert into platform.events (tenant_id, type, payload, actor_name)
      select ${id}, 'post.updated', jsonb_build_object('label', 'Post ' || n, 'changes', '{}'::jsonb), 'Ada'
      from generate_series(1, 8) n`;
    await sealAudit(id, client);
  }
});
afterAll(async () => {
  await Promise.all([owner.end(), admin.end(), db.end(), client.end()]);
  await database.drop();
});

class Undo extends Error {}

/** What is found after a superuser, whom no trigger stops, has changed the log. */
async function faultAfter(statement: string, id: string | null = tenantId) {
  let report: Awaited<ReturnType<typeof verifyAudit>> | undefined;
  const change = statement.replaceAll('MINE', id ? `tenant_id = '${id}'` : 'tenant_id is null');
  await admin
    .write(async (tx) => {
      const { execute } = tx as unknown as { execute(statement: SQL): Promise<unknown> };
      await execute.call(tx, sql`set local session_replication_role = replica`);
      await execute.call(tx, sql.raw(change));
      report = await verifyAudit({ read: (fn) => fn(tx) }, id);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  return report?.fault && `${report.fault.seq}: ${report.fault.message}`;
}

const log = 'platform.audit_log';
const copy =
  'id + 500, tenant_id, 4, created_at, type, resource, subject_id, label, actor_id, actor_name, request_id, payload';
/** A superuser who knows how rows are sealed does it again with what they want to read there. */
const sealedAgain = (seq: number, label: string) => `
  update ${log} set label = '${label}', hash = encode(sha256(convert_to(concat_ws(E'\\n', previous_hash,
    platform.audit_field(seq::text), platform.audit_field(id::text), platform.audit_field(tenant_id::text),
    platform.audit_field(to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    platform.audit_field(type), platform.audit_field(resource), platform.audit_field(subject_id::text),
    platform.audit_field('${label}'), platform.audit_field(actor_id::text), platform.audit_field(actor_name),
    platform.audit_field(request_id), platform.audit_field(payload::text)), 'UTF8')), 'hex')
  where MINE and seq = ${seq}`;

test.each([
  ['nothing', 'select 1', null],
  ['a label', `update ${log} set label = 'Other' where MINE and seq = 4`, '4: Row 4 was edited.'],
  [
    'an actor',
    `update ${log} set actor_name = 'Eve' where MINE and seq = 1`,
    '1: Row 1 was edited.',
  ],
  [
    'a time',
    `update ${log} set created_at = created_at + interval '1 ms' where MINE and seq = 8`,
    '8: Row 8 was edited.',
  ],
  [
    'a field of the payload',
    `update ${log} set payload = payload || '{"changes": {"x": [1, 2]}}' where MINE and seq = 5`,
    '5: Row 5 was edited.',
  ],
  [
    'two fields into one another',
    `update ${log} set actor_name = '', request_id = actor_name where MINE and seq = 3`,
    '3: Row 3 was edited.',
  ],
  [
    'the first of several',
    `update ${log} set label = 'Other' where MINE and seq in (3, 6)`,
    '3: Row 3 was edited.',
  ],
  [
    'a row and its hash',
    `${sealedAgain(4, 'Other')}`,
    '5: Row 5 does not follow row 4: one of the two was edited, exchanged or put in.',
  ],
  ['a row away', `delete from ${log} where MINE and seq = 4`, '4: Row 4 was removed.'],
  [
    'several away',
    `delete from ${log} where MINE and seq between 2 and 5`,
    '2: Row 2 to 5 was removed.',
  ],
  ['the first away', `delete from ${log} where MINE and seq = 1`, '1: Row 1 was removed.'],
  [
    'a row away and the gap closed',
    `delete from ${log} where MINE and seq = 4; update ${log} set seq = seq + 100 where MINE and seq > 4; update ${log} set seq = seq - 101 where MINE and seq > 100`,
    '4: Row 4 does not follow row 3: one of the two was edited, exchanged or put in.',
  ],
  [
    'two exchanged',
    `update ${log} set seq = 100 where MINE and seq = 3; update ${log} set seq = 3 where MINE and seq = 6; update ${log} set seq = 6 where MINE and seq = 100`,
    '3: Row 3 does not follow row 2: one of the two was edited, exchanged or put in.',
  ],
  [
    'a row in between',
    `update ${log} set seq = seq + 100 where MINE and seq >= 4; update ${log} set seq = seq - 99 where MINE and seq > 100; insert into ${log} select ${copy}, previous_hash, hash from ${log} where MINE and seq = 3`,
    '4: Row 4 does not follow row 3: one of the two was edited, exchanged or put in.',
  ],
  [
    'a row at the end',
    `insert into ${log} select id + 500, tenant_id, 9, created_at, type, resource, subject_id, label, actor_id, actor_name, request_id, payload, hash, repeat('a', 64) from ${log} where MINE and seq = 8`,
    '9: Row 9 was edited.',
  ],
])('changing %s is found', async (_, statement, expected) => {
  expect(await faultAfter(statement)).toBe(expected);
  expect(await faultAfter(statement, null)).toBe(expected);
});

test('the end cut off is seen by the events that were sealed', async () => {
  const fault = await faultAfter(`delete from ${log} where MINE and seq > 6`);
  expect(fault).toMatch(/^7: Event \d+ was sealed and its row is gone: the end was cut off\.$/);
  expect(await faultAfter(`delete from ${log} where MINE`)).toMatch(/^1: Event \d+ was sealed/);
});

test('the last row sealed again after a change differs from its event', async () => {
  const payload = `update ${log} set payload = '{"label": "Other"}' where MINE and seq = 8; ${sealedAgain(8, 'Other')}`;
  expect(await faultAfter(payload)).toBe('8: Row 8 was edited: its event does not say so.');
});

test('a row well sealed at the end that tells of no event was put in', async () => {
  const forged = `insert into ${log} select id + 500, tenant_id, 9, created_at, type, resource, subject_id, label,
    actor_id, actor_name, request_id, payload, hash, '' from ${log} where MINE and seq = 8; ${sealedAgain(9, 'Post 8')}`;
  expect(await faultAfter(forged)).toBe('9: Row 9 was put in: its event does not say so.');
});

test('after housekeeping took its events, a log still stands by itself', async () => {
  const { id } = await makeTenant(owner, 'globex');
  const record = (days: number) => owner`
    insert into platform.events (tenant_id, type, created_at)
    values (${id}, 'post.updated', now() - ${days} * interval '1 day')`;
  await record(40);
  await record(1);
  await sealAudit(id, client);
  await owner`delete from platform.events where tenant_id = ${id} and created_at < now() - interval '30 days'`;
  expect(await verifyAudit(db, id)).toMatchObject({ rows: 2, head: { seq: 2 }, fault: null });
});
