import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acquireLock } from './file-lock.mjs';
import { processStamp } from './process-state.mjs';

let dir: string;
let lock: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'launcher-test-'));
  lock = path.join(dir, 'a.lock');
});
afterEach(() => rmSync(dir, { recursive: true }));

it('is held until it is given back, in the same process too', async () => {
  const release = await acquireLock(lock);
  await expect(acquireLock(lock, { timeoutMs: 0 })).rejects.toThrow(
    `held by process ${process.pid}`,
  );
  const next = acquireLock(lock);
  release();
  (await next)();
  expect(existsSync(lock)).toBe(false);
});

it('is taken over from a process that is gone', async () => {
  writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, stamp: '' }));
  (await acquireLock(lock, { timeoutMs: 0 }))();
});

it('is taken over when another process has the pid now, as after a restart of a container', async () => {
  const parent = process.ppid;
  writeFileSync(lock, JSON.stringify({ pid: parent, stamp: 'earlier' }));
  (await acquireLock(lock, { timeoutMs: 0 }))();
  writeFileSync(lock, JSON.stringify({ pid: process.pid, stamp: 'earlier' }));
  (await acquireLock(lock, { timeoutMs: 0 }))();
  writeFileSync(lock, JSON.stringify({ pid: parent, stamp: processStamp(parent) }));
  await expect(acquireLock(lock, { timeoutMs: 0 })).rejects.toThrow('held');
});

it('waits for a half-written lock and takes over an old one', async () => {
  writeFileSync(lock, '');
  await expect(acquireLock(lock, { timeoutMs: 0 })).rejects.toThrow('held by process unknown');
  utimesSync(lock, new Date(0), new Date(0));
  (await acquireLock(lock, { timeoutMs: 0 }))();
});

it('goes to one of many waiters at a time', async () => {
  writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, stamp: '' }));
  let inside = 0;
  let most = 0;
  const work = async () => {
    const release = await acquireLock(lock);
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
    release();
  };
  await Promise.all(Array.from({ length: 10 }, work));
  expect(most).toBe(1);
});

it('stops waiting when it is aborted', async () => {
  const release = await acquireLock(lock);
  const controller = new AbortController();
  const waiting = acquireLock(lock, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  release();
});
