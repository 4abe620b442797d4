import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findFreePort } from '../embedded/free-port.mjs';
import { installDebianPackage } from './install-debian-package';

const program = '/usr/bin/redis-server';

/** A real Redis of one's own, which keeps nothing. */
export interface RedisServer {
  url: string;
  /** Ends it as a crash does; {@link start} brings it back, empty, at the same address. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops it from answering, with every connection open. */
  pause(): void;
  resume(): void;
  /** How many keys are like a pattern. */
  count(pattern: string): Promise<number>;
  stop(): Promise<void>;
}

/** Why there is no Redis here, after trying Debian's package as root; null when there is one. */
export function missingRedis(): string | null {
  return installDebianPackage(program, 'redis-server');
}

/** Starts one on a free port. @throws Error when it does not come up. */
export async function startRedisServer(settings: string[] = []): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-redis-'));
  const port = await findFreePort();
  const usual = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1', '--dir', folder];
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(program, ['--port', String(port), ...usual, ...settings], { stdio: 'ignore' });
    for (const end = Date.now() + 10_000; !(await answers(port)); await pause(20)) {
      if (Date.now() > end || child.exitCode !== null) throw new Error('Redis did not start.');
    }
  };
  const kill = () => end(child);
  const lastResort = () => child?.kill('SIGKILL');
  process.once('exit', lastResort);
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    count: (pattern) => countKeys(port, pattern),
    stop: async () => {
      await kill();
      process.removeListener('exit', lastResort);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  return ended;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (bytes) => done(bytes.toString().startsWith('+PONG')));
    socket.once('error', () => done(false));
  });
}

async function countKeys(port: number, pattern: string): Promise<number> {
  const redis = new Redis(port, '127.0.0.1');
  const keys = await redis.keys(pattern);
  redis.disconnect();
  return keys.length;
}
