import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';

export type Server = Awaited<ReturnType<typeof startEmbeddedPostgres>>;

interface Started {
  port: number;
  pid: number;
  isNew: boolean;
  adopted: boolean;
  url: string;
}

export const isRoot = process.getuid?.() === 0;
const cleanups: (() => unknown)[] = [];

/** Undoes everything made through this file, the last thing first. */
export async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** Runs after everything that is registered later, as removing a directory. */
export function onCleanUp(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}

/** A scratch directory. mkdtemp gives mode 700, which the server's user cannot enter for root. */
export function makeDir(mode = 0o755): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'launcher-test-'));
  chmodSync(dir, mode);
  onCleanUp(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Starts a server that is stopped at the end of the test. */
export async function start(dataDir: string, more: object = {}): Promise<Server> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false, ...more });
  onCleanUp(() => server.stop({ fastMs: 2_000 }));
  return server;
}

/** Runs one query on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

/** Starts in another process, which stays (unless `then` is stop) until it is killed. */
export async function startInChild(dataDir: string, then = '', as: object = {}) {
  const script = fileURLToPath(new URL('./start-in-child.mjs', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, dataDir, then], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });
  onCleanUp(() => child.kill('SIGKILL'));
  let text = '';
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const started = new Promise<Started>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    child.on('close', () => reject(new Error(errors || 'ended without an answer')));
  });
  return { child, ended, started: await started };
}

/** Listens on a port until the end of the test. */
export async function occupy(port: number): Promise<void> {
  const blocker = net.createServer();
  await new Promise<void>((resolve) => blocker.listen(port, '127.0.0.1', resolve));
  onCleanUp(() => new Promise((resolve) => blocker.close(resolve)));
}
