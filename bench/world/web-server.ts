import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { cleanEnvironment } from '@/lib/cli/testing-steps/clean-environment.mjs';
import { findFreePort } from '@/lib/embedded/free-port.mjs';
import { projectRoot } from '@/lib/testing/project-root';
import type { BenchContext } from '../bench-context';
import { createPageClient } from '../measure/fetch-pages';

const endWithParent = pathToFileURL(`${projectRoot}/lib/cli/launcher/end-with-parent.mjs`).href;
const nextBinary = `${projectRoot}/node_modules/next/dist/bin/next`;

export interface WebServer {
  port: number;
  pid: number;
}

/** Where ports of the bench begin; the next free one is taken. */
let nextPort = 4510;

/**
 * Serves a production build (`next start`) and waits until it answers.
 *
 * @param options.folder - of the application that was built.
 * @param options.env - variables, made from the port.
 * @param options.readyPath - a path that answers 200 once it serves.
 * @throws Error with the log of a server that does not come up in a minute.
 */
export async function startWebServer(
  bench: BenchContext,
  options: { folder: string; env?: (port: number) => Record<string, string>; readyPath: string },
): Promise<WebServer> {
  const port = await findFreePort(nextPort);
  nextPort += 1;
  const output: string[] = [];
  const child = spawn(process.execPath, ['--import', endWithParent, nextBinary, 'start'], {
    cwd: options.folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: cleanEnvironment({
      NODE_ENV: 'production',
      PORT: String(port),
      TENANTRY_LAUNCHER: String(process.pid),
      ...options.env?.(port),
    }),
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const kill = () => child.kill('SIGKILL');
  process.prependOnceListener('exit', kill);
  bench.defer(async () => {
    await stopProcess(child);
    process.removeListener('exit', kill);
  });
  if (!(await isReady(child, port, options.readyPath))) {
    throw new Error(`A server of the bench did not come up.\n${output.join('')}`);
  }
  return { port, pid: child.pid ?? 0 };
}

async function isReady(child: ChildProcess, port: number, path: string): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  const client = createPageClient(port, 1);
  while (child.exitCode === null && Date.now() < deadline) {
    const status = await client.get(`localhost:${port}`, path).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) {
      client.close();
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
}
