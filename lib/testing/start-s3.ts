import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../embedded/free-port.mjs';
import type { BucketSettings } from '../media/storage/s3-storage';

/** An S3-compatible server of a test's own, with an empty bucket. */
export interface TestBucket {
  settings: BucketSettings;
  stop(): Promise<void>;
}

/** How to get the server that these tests start. It is one program; nothing else of a machine needs it. */
export const withoutS3 =
  'there is no versitygw on this machine: go install github.com/versity/versitygw/cmd/versitygw@v1.0.11';

/** Where the server is: VERSITYGW names it, or it is where programs are. Null where it is not. */
export function findS3Server(): string | null {
  const names = [process.env.VERSITYGW ?? '', 'versitygw', join(homedir(), 'go/bin/versitygw')];
  const found = names.find((name) => name && spawnSync(name, ['--version']).status === 0);
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
  const { accessKeyId, secretAccessKey } = keys;
  const account = ['--access', accessKeyId, '--secret', secretAccessKey];
  const args = [...account, '--port', `127.0.0.1:${port}`, 'posix', folder];
  const server = spawn(program, args, { stdio: 'ignore' });
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
