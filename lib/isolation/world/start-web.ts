import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import { waitForHealth } from '../../cli/launcher/wait-for-health.mjs';
import { cleanEnvironment } from '../../cli/testing-steps/clean-environment.mjs';
import { projectRoot } from '../../cli/testing-steps/project.mjs';

const endWithParent = pathToFileURL(`${projectRoot}/lib/cli/launcher/end-with-parent.mjs`).href;

/** The production build, served with a database of the walk. */
export interface WebServer {
  port: number;
  /** Host of the platform, with port. */
  rootHost: string;
  logs(): string;
  /** Sends a message to its process and waits for it to come back. */
  tell(message: object): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Serves the existing build (`next start`) as in production and waits until it is healthy.
 *
 * @throws Error with the log of a server that does not become healthy in time.
 */
export async function startWeb(options: {
  databaseUrl: string;
  dataDir: string;
  authSecret: string;
  /** A module to load before anything else. */
  preload?: string;
}): Promise<WebServer> {
  const port = await freePort();
  const rootHost = `localhost:${port}`;
  const chunks: string[] = [];
  const preloads = [endWithParent, ...(options.preload ? [options.preload] : [])];
  const child = spawn(
    process.execPath,
    [...preloads.flatMap((one) => ['--import', one]), 'node_modules/next/dist/bin/next', 'start'],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own, which ends with this process.
      detached: process.platform !== 'win32',
      env: cleanEnvironment({
        NODE_ENV: 'production',
        TENANTRY_LAUNCHER: String(process.pid),
        PORT: String(port),
        ROOT_DOMAIN: rootHost,
        DATABASE_URL: options.databaseUrl,
        // Next reads .env files as well; an empty value keeps the owner's address out.
        DATABASE_OWNER_URL: '',
        AUTH_SECRET: options.authSecret,
        DATA_DIR: options.dataDir,
        // Looking domains up ends at once, and on this machine.
        DNS_SERVER: '127.0.0.1:1',
        // What the walks find must not change under them.
        WORKER: 'off',
      }),
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  }
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new AbortController();
  child.once('exit', (code) => ended.abort(new Error(`next start ended with ${code}`)));
  const logs = () => chunks.join('');
  const stop = async () => {
    await stopProcess(child);
    process.removeListener('exit', kill);
  };
  try {
    await waitForHealth({ port, host: rootHost, timeoutMs: 60_000, signal: ended.signal });
  } catch (error) {
    await stop();
    throw new Error(`${error}\n${logs()}`);
  }
  const tell = (message: object) =>
    new Promise<void>((resolve) => {
      child.once('message', () => resolve());
      child.send(message);
    });
  return { port, rootHost, logs, tell, stop };
}

/** An open socket can keep `next start` alive after SIGTERM. */
async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
