import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanUp, isRoot, makeDir, onCleanUp } from '../../embedded/embedded-trial';
import { acquireLock } from '../../embedded/file-lock.mjs';
import { databasePid, freePort, launch, makeProject, type Project, until } from './launcher-trial';

let project: Project;
let PORT: string;
beforeEach(async () => {
  project = makeProject();
  PORT = String(await freePort());
});
afterEach(cleanUp);

function names() {
  return project.calls().map(({ cli, next }) => cli ?? next);
}

async function stopDuring(step: string) {
  project.touch(`hang-${step}`);
  const run = launch(project, { PORT });
  await until(() => names().includes(step), run.output);
  const began = Date.now();
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(databasePid(project)).toBe(0);
}

describe('a stop in the middle', () => {
  it('of the seed: the next start seeds again', async () => {
    await stopDuring('seed');
    expect(existsSync(project.file('.data/seeded'))).toBe(false);
    rmSync(project.file('hang-seed'));
    project.forget();
    await launch(project, { PORT }).says('Ctrl-C stops everything');
    expect(names()).toEqual(['db-setup', 'migrate', 'seed', 'build', 'start']);
  });

  it('of a build that ignores SIGTERM: it is killed, and the next start builds', async () => {
    await stopDuring('build');
    expect(existsSync(project.file('.next/tenantry-sources'))).toBe(false);
  });

  it('of the wait for another process that is starting the database', async () => {
    onCleanUp(await acquireLock(project.file('.data/postgres.lock')));
    const run = launch(project, { PORT });
    await run.says(`waiting for process ${process.pid}`);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(existsSync(project.file('.data/postgres'))).toBe(false);
  });
});

describe('a step that fails', () => {
  it('shows its last lines without passwords, the next thing to do, and stops the database', async () => {
    project.touch('fail-migrate');
    const { ended, output } = launch(project, { PORT });
    expect(await ended).toBe(1);
    expect(output()).toContain('migrate failed (code 1).');
    expect(output()).toContain('cannot reach postgres://a:***@h/d');
    expect(output()).toContain('run it again');
    expect(databasePid(project)).toBe(0);
  });
});

describe('an old Node', () => {
  it('gets a sentence before anything else is looked at', async () => {
    const pretend = 'Object.defineProperty(process,"versions",{value:{node:"18.20.4"}})';
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(pretend)}`;
    const { ended, output } = launch(project, { PORT: 'nonsense', NODE_OPTIONS });
    expect(await ended).toBe(1);
    expect(output()).toContain('This is Node 18.20.4; Tenantry needs Node 20.9 or newer');
    expect(existsSync(project.file('.data'))).toBe(false);
  });
});

describe('with DATABASE_URL', () => {
  const DATABASE_URL = 'postgres://app:pw@127.0.0.1:1/none';

  it('touches nothing embedded, seeds nothing and says that it does not migrate', async () => {
    const run = launch(project, { PORT, DATABASE_URL });
    await run.says('Ctrl-C stops everything');
    expect(names()).toEqual(['build', 'start']);
    expect(run.output()).toContain('migrations are not applied');
    expect(run.output()).not.toContain('demo-password');
    expect(readdirSync(project.file('.data'))).toEqual(['auth-secret']);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it('migrates with DATABASE_OWNER_URL, which the web process does not get', async () => {
    const DATABASE_OWNER_URL = 'postgres://owner:pw@127.0.0.1:1/none';
    await launch(project, { PORT, DATABASE_URL, DATABASE_OWNER_URL }).says(
      'Ctrl-C stops everything',
    );
    expect(names()).toEqual(['migrate', 'build', 'start']);
    const [migrate, , web] = project.calls();
    expect(migrate?.DATABASE_OWNER_URL).toBe(DATABASE_OWNER_URL);
    expect(web).toMatchObject({ DATABASE_URL, DATABASE_OWNER_URL: '' });
  });

  it('is found in an .env file as well', async () => {
    project.touch('.env.local', `DATABASE_URL="${DATABASE_URL}"\n`);
    await launch(project, { PORT }).says('Ctrl-C stops everything');
    expect(names()).toEqual(['build', 'start']);
  });

  it('asks for AUTH_SECRET when the shell says production', async () => {
    const { ended, output } = launch(project, { PORT, DATABASE_URL, NODE_ENV: 'production' });
    expect(await ended).toBe(1);
    expect(output()).toContain('AUTH_SECRET is not set');
  });
});

describe.skipIf(!isRoot)('DATA_DIR of another user (needs root to become one)', () => {
  const nobody = { uid: 65534, gid: 65534 };

  it('names DATA_DIR, the path, both users and an example', async () => {
    const dataDir = makeDir(0o755);
    const { ended, output } = launch(project, { PORT, DATA_DIR: dataDir }, nobody);
    expect(await ended).toBe(1);
    expect(output()).toContain(`DATA_DIR (${dataDir}) cannot be used: permission denied (EACCES).`);
    expect(output()).toContain('It belongs to uid 0, and this process is uid 65534.');
    expect(output()).toContain('DATA_DIR=/tmp/tenantry npm start');
  });

  it('says so when root made the database in it', async () => {
    const dataDir = makeDir(0o777);
    const first = launch(project, { PORT, DATA_DIR: dataDir });
    await first.says('Ctrl-C stops everything');
    first.child.kill('SIGTERM');
    await first.ended;
    expect(statSync(`${dataDir}/postgres`).uid).not.toBe(0);
    const second = launch(project, { PORT, DATA_DIR: dataDir }, nobody);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`DATA_DIR (${dataDir}) cannot be used`);
  });
});
