import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConsoleTrial, consoleTrial } from '../testing/console-trial';
import { consoleDb } from './console-db';
import { tenants } from './schema/platform';

let trial: ConsoleTrial;
beforeAll(async () => {
  trial = await consoleTrial();
});
afterAll(() => trial.end());

const slugsSeen = (sessionId: string) =>
  consoleDb(sessionId, trial.client)
    .read((tx) => tx.select({ slug: tenants.slug }).from(tenants).orderBy(tenants.slug))
    .then((rows) => rows.map(({ slug }) => slug));

describe('the session of a superuser on the root host', () => {
  test('sees the platform’s tables across tenants', async () => {
    expect(await slugsSeen(await trial.openSession(trial.root))).toEqual(['acme', 'globex']);
  });
  test('changes them, and everything is undone when something fails', async () => {
    const db = consoleDb(await trial.openSession(trial.root), trial.client);
    const rename = (name: string) => ({ name });
    await db.write((tx) =>
      tx.update(tenants).set(rename('ACME 2')).where(eq(tenants.id, trial.acme.id)),
    );
    const failed = db.write(async (tx) => {
      await tx.update(tenants).set(rename('ACME 3')).where(eq(tenants.id, trial.acme.id));
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow('undo');
    const [row] = await trial.owner`select name from platform.tenants where id = ${trial.acme.id}`;
    expect(row?.name).toBe('ACME 2');
  });
  test('cannot write in a reading scope', async () => {
    const db = consoleDb(await trial.openSession(trial.root), trial.client);
    const written = db.read((tx) => tx.update(tenants).set({ name: 'x' }));
    await expect(written).rejects.toMatchObject({ cause: { code: '25006' } });
  });
  test.each<[what: string, statement: string]>([
    ['a password', 'select password_hash from platform.users'],
    ['a person’s password', "update platform.users set password_hash = 'x'"],
    ['a superuser', 'update platform.users set is_superuser = true'],
    [
      'a new superuser',
      "insert into platform.users (email, name, is_superuser) values ('a', 'a', true)",
    ],
    ['a session', 'select id from platform.sessions'],
    ['what is in a job', 'select payload from platform.jobs'],
    ['the lease of a job', 'select lease_id from platform.jobs'],
    ['a new job', "insert into platform.jobs (kind) values ('x')"],
    ['a job’s kind', "update platform.jobs set kind = 'x'"],
    ['a job’s end', 'delete from platform.jobs'],
    ['a tenant’s own table', 'select id from pool.posts'],
    ['a tenant’s end', 'delete from platform.tenants'],
    ['a tenant’s kept answers', 'select body from platform.idempotency_keys'],
    ['the audit log', "update platform.audit_log set label = ''"],
    ['an event’s cache tags', 'select cache_tags from platform.events'],
    [
      'an event that the audit log would pass over',
      "insert into platform.events (type, sealed_at) values ('user.updated', now())",
    ],
  ])('does not reach %s', async (_what, statement) => {
    const sessionId = await trial.openSession(trial.root);
    const outcome = trial.client.query((sql) =>
      sql.begin(async (tx) => {
        await tx`select set_config('role', 'tenantry_console', true)`;
        await tx`select set_config('app.console_session', ${sessionId}, true)`;
        await tx.unsafe(statement);
      }),
    );
    await expect(outcome).rejects.toMatchObject({ code: '42501' });
  });
});

describe('nothing is seen with', () => {
  test.each<[who: string, session: () => Promise<string>]>([
    ['a session nobody has', async () => randomUUID()],
    ['that of somebody else', async () => trial.openSession(await trial.addPerson('ada', false))],
    [
      'that of a superuser who was deactivated',
      async () => trial.openSession(await trial.addPerson('former', true, false)),
    ],
    ['one on a tenant’s host', () => trial.openSession(trial.root, { tenant_id: trial.acme.id })],
    [
      'one of a program, at a tenant',
      () => trial.openSession(trial.root, { kind: 'api', tenant_id: trial.acme.id }),
    ],
    ['one that was ended', () => trial.openSession(trial.root, { revoked_at: new Date() })],
    [
      'one that has run out',
      () => trial.openSession(trial.root, { expires_at: new Date(Date.now() - 1000) }),
    ],
  ])('%s', async (_who, session) => {
    const sessionId = await session();
    expect(await slugsSeen(sessionId)).toEqual([]);
    const write = consoleDb(sessionId, trial.client).write((tx) =>
      tx.insert(tenants).values({ slug: 'x', name: 'X', ownerId: trial.root }),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: '42501' } });
  });
  test('what is no session id at all', () => {
    expect(() => consoleDb("' or true --", trial.client)).toThrow('not a uuid');
  });
});
