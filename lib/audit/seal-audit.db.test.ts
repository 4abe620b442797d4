import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { openOwnerDb } from '../db/owner-db';
import { scopedDb } from '../db/scoped-db';
import { poolPlacement } from '../db/tenant-scope';
import { recordEvent } from '../events/record-event';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { sealAllAudit, sealAudit } from './seal-audit';
import { verifyAudit } from './verify-audit';

let database: TestDatabase;
let owner: postgres.Sql;
let db: ReturnType<typeof openOwnerDb>;
let client: AppClient;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  db = openOwnerDb(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 6 });
});
afterAll(async () => {
  await Promise.all([owner.end(), db.end(), client.end()]);
  await database.drop();
});

let made = 0;
const newTenant = async () => {
  made += 1;
  return (await makeTenant(owner, `tenant-${made}`)).id;
};
const record = (
  sql: postgres.Sql | postgres.TransactionSql,
  tenantId: string | null,
  label: string,
) =>
  sql`insert into platform.events (tenant_id, type, payload)
    values (${tenantId}, 'post.updated', ${sql.json({ resource: 'posts', label })}) returning id`;
const labels = async (tenantId: string | null) => {
  const rows = await owner`
    select seq::int, label from platform.audit_log
    where tenant_id is not distinct from ${tenantId} order by seq`;
  return rows.map(({ seq, label }) => `${seq} ${label}`);
};

describe('sealing', () => {
  test('copies what an event says, with its actor and request, and chains it', async () => {
    const id = await newTenant();
    const origin = { actor: { id: crypto.randomUUID(), name: 'Ada' }, requestId: 'r-7' };
    const subjectId = crypto.randomUUID();
    const changes = {
      title: ['Old “ö”', 'New'] as [string, string],
      apiToken: [null, 'hunter2'] as [null, string],
    };
    await scopedDb(id, poolPlacement, client).write((tx) =>
      recordEvent(tx, origin, {
        type: 'post.updated',
        subjectId,
        payload: { resource: 'posts', label: 'New', changes },
        cacheTags: [],
      }),
    );
    await sealAudit(id, client);
    const [row] = await owner`select * from platform.audit_log where tenant_id = ${id}`;
    expect(row).toMatchObject({
      seq: '1',
      type: 'post.updated',
      resource: 'posts',
      label: 'New',
      subject_id: subjectId,
      actor_id: origin.actor.id,
      actor_name: 'Ada',
      request_id: 'r-7',
      previous_hash: '0'.repeat(64),
      payload: { changes: { title: ['Old “ö”', 'New'], apiToken: [null, '[redacted]'] } },
    });
    expect((await verifyAudit(db, id)).fault).toBeNull();
  });
  test('each tenant has a chain of its own, and the platform has one', async () => {
    const [one, two] = [await newTenant(), await newTenant()];
    for (const id of [one, null, two, one, null]) await record(owner, id, 'x');
    await sealAllAudit(client);
    expect(await labels(one)).toEqual(['1 x', '2 x']);
    expect(await labels(two)).toEqual(['1 x']);
    expect(await labels(null)).toEqual(['1 x', '2 x']);
    for (const id of [one, two, null]) expect((await verifyAudit(db, id)).fault).toBeNull();
  });
  test('what commits after higher numbers were sealed is sealed then, and not skipped', async () => {
    const id = await newTenant();
    const gate = openGate();
    const written = openGate();
    const late = owner.begin(async (sql) => {
      await record(sql, id, 'late');
      written.open();
      await gate.opened;
    });
    await written.opened;
    const other = openOwnerClient(database.ownerUrl);
    await record(other, id, 'early');
    await sealAudit(id, client);
    expect(await labels(id)).toEqual(['1 early']);
    gate.open();
    await late;
    await sealAudit(id, client);
    expect(await labels(id)).toEqual(['1 early', '2 late']);
    expect((await verifyAudit(db, id)).fault).toBeNull();
    await other.end();
  });
  test('by many hands at once: one whole chain, every event once', async () => {
    const id = await newTenant();
    const writers = postgres(database.ownerUrl, { max: 4, onnotice: () => {} });
    await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        await record(writers, id, `event ${n}`);
        await (n % 2 ? sealAudit(id, client) : sealAllAudit(client));
      }),
    );
    await sealAudit(id, client);
    await writers.end();
    expect(await labels(id)).toHaveLength(60);
    expect(await verifyAudit(db, id)).toMatchObject({ rows: 60, fault: null });
  });
  test('more than fit into one go are all sealed', async () => {
    const id = await newTenant();
    await owner`
      insert into platform.events (tenant_id, type) select ${id}, 'post.created' from generate_series(1, 1203)`;
    await sealAudit(id, client);
    expect(await verifyAudit(db, id)).toMatchObject({ rows: 1203, fault: null });
  });
  test('is refused to a tenant for another one', async () => {
    const [mine, other] = [await newTenant(), await newTenant()];
    await record(owner, other, 'x');
    const sql = postgres(database.appUrl, { max: 1 });
    await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${mine}, true)`;
      await tx`select platform.seal_audit(${other})`;
      expect(await tx`select * from platform.list_unsealed(10)`).toHaveLength(0);
    });
    await sql.end();
    expect(await labels(other)).toEqual([]);
  });
});

describe('the log is append-only', () => {
  const statements = [
    "update platform.audit_log set label = 'x'",
    'delete from platform.audit_log',
    'truncate platform.audit_log',
  ];
  test.each(statements)('for the owner role and for a superuser: %s', async (statement) => {
    const admin = postgres(database.adminUrl, { max: 1 });
    for (const sql of [owner, admin]) {
      await expect(sql.unsafe(statement)).rejects.toThrow('The audit log is append-only.');
    }
    await admin.end();
  });
  test.each([
    ...statements,
    `insert into platform.audit_log (id, seq, created_at, type, payload, previous_hash, hash)
      values (1, 1, now(), 'x', '{}', '', '')`,
  ])('for the application: %s', async (statement) => {
    const sql = postgres(database.appUrl, { max: 1 });
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    await sql.end();
  });
  test('a purge that the law asks for deletes under its setting, and changes nothing', async () => {
    const id = await newTenant();
    await record(owner, id, 'x');
    await sealAudit(id, client);
    await owner.begin(async (sql) => {
      await sql`set local tenantry.audit_purge = 'on'`;
      await sql`delete from platform.audit_log where tenant_id = ${id}`;
    });
    expect(await labels(id)).toEqual([]);
    const change = owner.begin(async (sql) => {
      await sql`set local tenantry.audit_purge = 'on'`;
      await sql`update platform.audit_log set label = 'x'`;
    });
    await expect(change).rejects.toThrow('append-only');
  });
});

function openGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
