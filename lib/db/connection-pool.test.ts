import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { expect, test } from 'vitest';
import { createConnectionPool } from './connection-pool';

test('a connection that comes after its waiter has gone is kept for the next', async () => {
  let delay = 0;
  const open = () => ({ unsafe: () => pause(delay), end: async () => {} }) as unknown as Sql;
  const pool = createConnectionPool({ max: 1, open, patienceMilliseconds: 300 });
  const first = await pool.take();
  const waiting = pool.take().catch((error) => error.name);
  await pause(200);
  // The new connection takes longer than the waiter has left.
  delay = 200;
  first.discard();
  expect(await waiting).toBe('NoFreeConnection');
  await pause(200);
  const next = await pool.take();
  next.release();
  await pool.end();
});

test('each failure to connect is told to one waiter, and none is left waiting', async () => {
  let fails = false;
  const open = () => {
    const unsafe = async () => {
      if (fails) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    };
    return { unsafe, end: async () => {} } as unknown as Sql;
  };
  const pool = createConnectionPool({ max: 1, open });
  const first = await pool.take();
  const waiting = [1, 2, 3].map(() => pool.take().catch((error) => error.code));
  await pause(1);
  fails = true;
  first.discard();
  expect(await Promise.all(waiting)).toEqual(Array(3).fill('ECONNREFUSED'));
  fails = false;
  (await pool.take()).release();
});
