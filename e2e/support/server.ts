import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { waitForHealth } from '../../lib/cli/launcher/wait-for-health.mjs';
import { cleanEnvironment } from '../../lib/cli/testing-steps/clean-environment.mjs';
import {
  makeScratchFolder,
  removeScratchFolder,
} from '../../lib/cli/testing-steps/scratch-folder.mjs';
import { projectRoot } from '../../lib/testing/project-root';
import { startTcpProxy, type TcpProxy } from '../../lib/testing/tcp-proxy';
import { freePort } from './free-port';
import { type DemoDatabase, startDatabase } from './start-database';

const endWithParent = pathToFileURL(`${projectRoot}/lib/cli/launcher/end-with-parent.mjs`).href;

export interface ServerOptions {
  /** On top of what the server needs, as ROOT_DOMAIN. */
  env?: Record<string, string>;
  port?: number;
  /** Puts a proxy in front of the database that can go mute or be cut. */
  proxied?: boolean;
}

/** A production server with a database of its own, seeded with the demo. */
export interface TestServer {
  port: number;
  /** Process id of the web process. */
  pid: number;
  dataDir: string;
  database: DemoDatabase;
  /** Only where the server was started with `proxied`. */
  proxy?: TcpProxy;
  /** Address of a path on a host, as url('acme.localhost', '/blog'). */
  url(host: string, path?: string): string;
  /** Everything the web process printed so far. */
  logs(): string;
  stop(): Promise<void>;
}

/**
 * Serves the existing production build (`next start`), ready when it answers as healthy. A spec
 * that ends the database or sets other variables starts one of its own.
 *
 * @throws Error with the log of a server that does not become healthy in time.
 */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { env = {}, port, proxied = false } = options;
  const dataDir = makeScratchFolder();
  const chosen = port ?? (await freePort());
  const database = await startDatabase(dataDir);
  const proxy = proxied ? await startTcpProxy(database.appUrl) : undefined;
  const url = proxy?.url ?? database.appUrl;
  const web = startWeb(chosen, { DATABASE_URL: url, DATA_DIR: dataDir, ...env });
  const server: TestServer = {
    port: chosen,
    pid: web.child.pid ?? 0,
    dataDir,
    database,
    proxy,
    url: (host, path = '/') => `http://${host}:${chosen}${path}`,
    logs: web.logs,
    async stop() {
      await stopProcess(web.child);
      await proxy?.close();
      await database.stop();
      await removeScratchFolder(dataDir);
    },
  };
  const ended = new AbortController();
  web.child.once('exit', (code) => ended.abort(new Error(`the server ended with ${code}`)));
  try {
    const host = (env.ROOT_DOMAIN ?? `localhost:${chosen}`).split(',')[0] ?? '';
    await waitForHealth({ port: chosen, host, timeoutMs: 60_000, signal: ended.signal });
  } catch (error) {
    await server.stop();
    throw new Error(`${String(error)}\n${web.logs()}`);
  }
  return server;
}

function startWeb(port: number, env: Record<string, string>) {
  const chunks: string[] = [];
  const args = ['--import', endWithParent, 'node_modules/next/dist/bin/next', 'start'];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own: Ctrl-C ends the tests, and these end their servers in the right order.
    detached: process.platform !== 'win32',
    env: cleanEnvironment({
      NODE_ENV: 'production',
      TENANTRY_LAUNCHER: String(process.pid),
      PORT: String(port),
      ROOT_DOMAIN: `localhost:${port}`,
      AUTH_SECRET: randomBytes(32).toString('hex'),
      // Next reads .env files as well; an empty value keeps the owner's address out.
      DATABASE_OWNER_URL: '',
      ...env,
    }),
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  }
  child.once('exit', (code, signal) => chunks.push(`the server ended with ${signal ?? code}\n`));
  process.once('exit', () => child.kill('SIGKILL'));
  return { child, logs: () => chunks.join('') };
}

/** An open socket can keep `next start` alive after SIGTERM. */
async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
}
