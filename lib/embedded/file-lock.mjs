import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProcessAlive, processStamp } from './process-state.mjs';

/** Locks this process holds: two callers in one process must exclude each other as well. */
const held = new Set();
const UNREADABLE_GRACE_MS = 5_000;

/**
 * Takes a lock file (O_EXCL) and waits while another live process has it. A lock whose holder is
 * gone is taken over, so kill -9 never blocks the next start.
 * @param {string} file
 * @param {{ timeoutMs?: number, signal?: AbortSignal, onWait?: (pid: number) => void }} [options]
 *   `timeoutMs` 0: do not wait.
 * @returns {Promise<() => void>} gives the lock back
 * @throws {LockHeldError} when the time is over; the signal's reason when it is aborted
 */
export async function acquireLock(file, { timeoutMs = 120_000, signal, onWait } = {}) {
  const lock = path.resolve(file);
  const deadline = Date.now() + timeoutMs;
  let told = false;
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!tryCreate(lock)) {
    signal?.throwIfAborted();
    const holder = readHolder(lock);
    if (isStale(lock, holder)) {
      removeStale(lock, holder);
      continue;
    }
    if (Date.now() >= deadline) throw new LockHeldError(lock, holder?.pid ?? 0);
    if (!told && holder) onWait?.(holder.pid);
    told = told || Boolean(holder);
    await sleep(50);
  }
  return () => {
    if (held.delete(lock)) rmSync(lock, { force: true });
  };
}

/** Another live process holds the lock: `pid` is 0 when it cannot be told which. */
export class LockHeldError extends Error {
  constructor(file, pid) {
    super(`${file} is held by process ${pid || 'unknown'}`);
    this.name = 'LockHeldError';
    this.pid = pid;
  }
}

function tryCreate(lock) {
  try {
    const body = JSON.stringify({ pid: process.pid, stamp: processStamp(process.pid) });
    writeFileSync(lock, body, { flag: 'wx', mode: 0o644 });
    held.add(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @returns {{ pid: number, stamp: string } | null} null when gone or not completely written */
function readHolder(lock) {
  try {
    const holder = JSON.parse(readFileSync(lock, 'utf8'));
    return Number.isInteger(holder?.pid) ? holder : null;
  } catch {
    return null;
  }
}

function isStale(lock, holder) {
  if (!holder) return ageOf(lock) > UNREADABLE_GRACE_MS;
  if (holder.pid === process.pid) return !held.has(lock);
  if (!isProcessAlive(holder.pid)) return true;
  const stamp = processStamp(holder.pid);
  return Boolean(stamp && holder.stamp && stamp !== holder.stamp);
}

/**
 * Only one of several waiters may remove a stale lock, or the second would remove the new lock of
 * the first: the removal has a short lock of its own.
 */
function removeStale(lock, seen) {
  const guard = `${lock}.recover`;
  try {
    writeFileSync(guard, '', { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (ageOf(guard) > UNREADABLE_GRACE_MS) rmSync(guard, { force: true });
    return;
  }
  try {
    if (JSON.stringify(readHolder(lock)) === JSON.stringify(seen)) rmSync(lock, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function ageOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
