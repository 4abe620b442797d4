import { existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanUp, onCleanUp } from '../../embedded/embedded-trial';
import { isProcessAlive } from '../../embedded/process-state.mjs';
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

async function ready() {
  const started = launch(project, { PORT });
  await started.says('Ctrl-C stops everything');
  return started;
}

describe('npm start', () => {
  it('prepares a new machine once, finds everything again, and stops on SIGTERM', async () => {
    const first = await ready();
    expect(names()).toEqual(['db-setup', 'migrate', 'seed', 'build', 'start']);
    expect(first.output()).toContain(`http://acme.localhost:${PORT}`);
    expect(first.output()).toContain('password demo-password');
    const began = Date.now();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(databasePid(project)).toBe(0);
    expect(existsSync(project.file('.data/launcher.lock'))).toBe(false);
    project.forget();
    const second = await ready();
    expect(names()).toEqual(['db-setup', 'migrate', 'start']);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('gives the web process the application role only, and a secret that stays', async () => {
    await ready();
    const web = project.calls().find(({ next }) => next === 'start');
    expect(web).toMatchObject({ PORT, DATABASE_OWNER_URL: '', DATA_DIR: project.file('.data') });
    expect(web?.DATABASE_URL).toMatch(/^postgres:\/\/app:/);
    const secret = project.file('.data/auth-secret');
    expect(readFileSync(secret, 'utf8').trim()).toBe(web?.AUTH_SECRET);
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(project.calls().find(({ next }) => next === 'build')?.DATABASE_URL).toBeUndefined();
  });

  it('builds again only when a source changed', async () => {
    const first = await ready();
    first.child.kill('SIGTERM');
    await first.ended;
    project.forget();
    project.touch('app/page.tsx', 'two');
    await ready();
    expect(names()).toContain('build');
  });

  it('adopts the database after kill -9, and the web process does not hold the port', async () => {
    const first = await ready();
    const database = databasePid(project);
    const web = project.calls().find(({ next }) => next === 'start')?.pid ?? 0;
    first.child.kill('SIGKILL');
    await first.ended;
    await until(() => !isProcessAlive(web));
    const second = await ready();
    expect(second.output()).toContain('It ran already');
    expect(databasePid(project)).toBe(database);
  });

  it('starts the database again when it dies, on the same port', async () => {
    const { says } = await ready();
    const [, , , port] = readFileSync(project.file('.data/postgres/postmaster.pid'), 'utf8').split(
      '\n',
    );
    process.kill(databasePid(project), 'SIGKILL');
    await says('The database runs again');
    expect(readFileSync(project.file('.data/postgres/postmaster.pid'), 'utf8').split('\n')[3]).toBe(
      port,
    );
  });

  it('says so and stops the database when the web process ends by itself', async () => {
    const { ended, output } = await ready();
    http.get({ port: Number(PORT), path: '/die' }).on('error', () => undefined);
    expect(await ended).toBe(1);
    expect(output()).toContain('The web process ended by itself (code 7)');
    expect(databasePid(project)).toBe(0);
  });

  it('kills a web process that does not stop, within ten seconds', async () => {
    project.touch('hang-start');
    const { child, ended } = await ready();
    const began = Date.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(databasePid(project)).toBe(0);
  });

  it('kills at once on a second Ctrl-C', async () => {
    project.touch('hang-start');
    const { child, ended, says } = await ready();
    child.kill('SIGINT');
    await says('Stopping.');
    await new Promise((resolve) => setTimeout(resolve, 600));
    const began = Date.now();
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(Date.now() - began).toBeLessThan(1_000);
    await until(() => databasePid(project) === 0);
  });

  it('refuses a second start on the same DATA_DIR', async () => {
    await ready();
    const second = launch(project, { PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/DATA_DIR .* is in use: process \d+/);
  });
});

describe('a taken port', () => {
  it('is named with the variable before anything is started', async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(Number(PORT), '127.0.0.1', resolve));
    onCleanUp(() => new Promise((resolve) => other.close(resolve)));
    const { ended, output } = launch(project, { PORT });
    expect(await ended).toBe(1);
    expect(output()).toContain(`Port ${PORT} is taken`);
    expect(output()).toMatch(/variable PORT, for example: PORT=\d+ npm start/);
    expect(existsSync(project.file('.data'))).toBe(false);
    expect(names()).toEqual([]);
  });
});
