import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { startTcpProxy } from '../testing/tcp-proxy';
import { type AppClient, createAppClient } from './client';
import { createConnectionPool } from './connection-pool';
import { isDatabaseUnavailable } from './database-fault';
import { openOwnerClient } from './owner-client';
import { tags } from './schema/tenant';
import type { ScopedTx } from './scoped-tx';
import { withTenant } from './with-tenant';

let database: TestDatabase;
let admin: postgres.Sql;
let tenant: MadeTenant;
beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  const owner = openOwnerClient(database.ownerUrl);
  tenant = await makeTenant(owner, 'acme');
  await owner.end();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const read = (client: AppClient) =>
  withTenant(tenant.id, (tx) => tx.select().from(tags), { client });
const killAll = async () => {
  let living = 1;
  // Until they are gone: only then has their end reached the client.
  while (living > 0) {
    const rows = await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${database.name} and usename = 'tenantry_app'`;
    living = rows.length;
    await pause(50);
  }
};
const manyReads = async (client: AppClient) => {
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => read(client)));
  return asked.filter(({ status }) => status === 'rejected').length;
};

describe('a backend that is killed in the middle of a scope', () => {
  test.each<[string, boolean, (tx: ScopedTx) => Promise<unknown>]>([
    ['the next query fails', false, (tx) => tx.select().from(tags)],
    ['the COMMIT fails', true, async () => 1],
    ['a reader that asks for nothing more fails too', false, async () => 1],
    [
      'queries at once all fail',
      false,
      (tx) => Promise.all([1, 2, 3].map((n) => tx.select().from(tags).limit(n))),
    ],
  ])('%s, and the pool goes on', async (_name, write, afterwards) => {
    const client = createAppClient(database.appUrl, { max: 2 });
    const broken = withTenant(
      tenant.id,
      async (tx) => {
        await tx.select().from(tags);
        await killAll();
        return afterwards(tx);
      },
      { client, write },
    );
    const error = await broken.then(
      () => null,
      (reason) => reason,
    );
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(await manyReads(client)).toBe(0);
    await client.end();
  });

  test('while a query runs, that query fails', async () => {
    const client = createAppClient(database.appUrl, { max: 2 });
    const asleep = client.query((sql) => sql`select pg_sleep(5)`);
    const killed = pause(200).then(killAll);
    await expect(asleep).rejects.toSatisfy(isDatabaseUnavailable);
    await killed;
    expect(await manyReads(client)).toBe(0);
    await client.end();
  });

  test('connections killed while idle are replaced', async () => {
    const client = createAppClient(database.appUrl, { max: 4 });
    await manyReads(client);
    await killAll();
    expect(await manyReads(client)).toBe(0);
    await client.end();
  });
});

describe('a server that is away', () => {
  test.each(['cut', 'close'] as const)('%s: fails within 6 seconds, works after', async (how) => {
    const proxy = await startTcpProxy(database.appUrl);
    const client = createAppClient(proxy.url, { max: 2 });
    expect(await manyReads(client)).toBe(0);
    await proxy[how]();
    const start = performance.now();
    const failures = await Promise.all(
      [1, 2, 3, 4, 5].map(() => read(client).catch((error) => error)),
    );
    expect(performance.now() - start).toBeLessThan(6000);
    expect(failures.every(isDatabaseUnavailable)).toBe(true);
    await proxy.open();
    expect(await manyReads(client)).toBe(0);
    await client.end();
    await proxy.close();
  });

  test('mute: a scope ends when its lease does, and the pool goes on', async () => {
    const proxy = await startTcpProxy(database.appUrl);
    const client = createAppClient(proxy.url, { max: 2, leaseMilliseconds: 2000 });
    expect(await manyReads(client)).toBe(0);
    proxy.mute();
    await expect(read(client)).rejects.toSatisfy(isDatabaseUnavailable);
    await proxy.open();
    expect(await manyReads(client)).toBe(0);
    await client.end();
    await proxy.close();
  });

  test('a process that starts first gets there once the server does', async () => {
    const proxy = await startTcpProxy(database.appUrl);
    await proxy.close();
    const client = createAppClient(proxy.url, { max: 2 });
    await expect(client.verified()).rejects.toSatisfy(isDatabaseUnavailable);
    await expect(read(client)).rejects.toSatisfy(isDatabaseUnavailable);
    await proxy.open();
    expect(await manyReads(client)).toBe(0);
    await client.end();
    await proxy.close();
  });
});

describe('the pool', () => {
  const open = (onclose: () => void) => postgres(database.appUrl, { max: 1, onclose });

  test('makes waiting end', async () => {
    // Long enough to open the first connection on a busy machine.
    const pool = createConnectionPool({ max: 1, open, patienceMilliseconds: 2000 });
    const held = await pool.take();
    await expect(pool.take()).rejects.toThrow('No database connection became free within 2000 ms');
    held.release();
    expect(await pool.take()).toBe(held);
    await pool.end();
  });
  test('serves in the order of asking', async () => {
    const pool = createConnectionPool({ max: 1, open });
    const held = await pool.take();
    const order: number[] = [];
    const turns = [1, 2, 3].map(async (turn) => {
      const connection = await pool.take();
      order.push(turn);
      connection.release();
    });
    held.release();
    await Promise.all(turns);
    expect(order).toEqual([1, 2, 3]);
    await pool.end();
  });
  test('gives those who wait a new connection for a discarded one', async () => {
    const pool = createConnectionPool({ max: 1, open });
    const held = await pool.take();
    const next = pool.take();
    held.discard();
    expect(held.isLost()).toBe(true);
    const connection = await next;
    expect(await connection.sql`select 1 as one`).toEqual([{ one: 1 }]);
    await pool.end();
  });
  test('renews connections that are old', async () => {
    const pool = createConnectionPool({ max: 1, open, lifetimeMilliseconds: 0 });
    const first = await pool.take();
    await pause(5);
    first.release();
    expect(first.isLost()).toBe(true);
    expect(await pool.take()).not.toBe(first);
    await pool.end();
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

test('a statement that cannot even be made gives its connection back', async () => {
  const client = createAppClient(database.appUrl, { max: 1, patienceMilliseconds: 500 });
  for (let n = 0; n < 3; n += 1) {
    const broken = client.query(() => {
      throw new Error('no secret to make it with');
    });
    await expect(broken).rejects.toThrow('no secret');
  }
  expect(await read(client)).toEqual([]);
  await client.end();
});
