import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findFreePort } from '../embedded/free-port.mjs';
import type { BucketSettings } from '../media/storage/s3-storage';

/** An S3-compatible server of a test's own, with an empty bucket. */
export interface TestBucket {
  settings: BucketSettings;
  stop(): Promise<void>;
}

interface Account {
  accessKeyId: string;
  secretAccessKey: string;
}

/** The servers that these tests can start, with what each is told. */
const servers = {
  versitygw: ({ accessKeyId, secretAccessKey }: Account, port: number, folder: string) => [
    ...['--access', accessKeyId, '--secret', secretAccessKey],
    ...['--port', `127.0.0.1:${port}`, 'posix', folder],
  ],
  's3s-fs': ({ accessKeyId, secretAccessKey }: Account, port: number, folder: string) => [
    ...['--access-key', accessKeyId, '--secret-key', secretAccessKey],
    ...['--host', '127.0.0.1', '--port', String(port), folder],
  ],
};

/** How to get one. Each is one program; nothing else of a machine needs it. */
export const withoutS3 =
  'there is no S3 server on this machine: cargo install s3s-fs --version 0.14.1 --features binary, ' +
  'or go install github.com/versity/versitygw/cmd/versitygw@v1.0.11';

/** Where one of them is: S3_TEST_SERVER names its file, or it is where programs are. Null where none is. */
export function findS3Server(): string | null {
  const places = ['', join(homedir(), '.cargo/bin/'), join(homedir(), 'go/bin/')];
  const known = Object.keys(servers).flatMap((name) => places.map((place) => `${place}${name}`));
  const names = [process.env.S3_TEST_SERVER ?? '', ...known];
  const found = names.find(
    (name) => basename(name) in servers && spawnSync(name, ['--version']).status === 0,
  );
  return found ?? null;
}

/**
 * Starts the server over a folder.
 *
 * @throws Error when it does not answer in time.
 */
export async function startS3(program: string): Promise<TestBucket> {
  const folder = await mkdtemp(join(tmpdir(), 's3-'));
  await mkdir(join(folder, 'files'));
  const port = await findFreePort();
  const keys = { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };
  const name = basename(program) as keyof typeof servers;
  const server = spawn(program, servers[name](keys, port, folder), { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(endpoint).catch(() => null);
    if (answer) break;
    if (attempt > 100 || server.exitCode !== null) {
      await stop();
      throw new Error('The S3 server did not start.');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    settings: { bucket: 'files', region: 'us-east-1', endpoint, credentials: keys },
    stop,
  };
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill();
  });
}
