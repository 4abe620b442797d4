import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, isRoot, makeDir, occupy, query, start, startInChild } from './embedded-trial';
import { readEmbeddedUrls } from './read-embedded-urls.mjs';

afterEach(cleanUp);

describe('the embedded server', () => {
  it('starts on a cold directory, keeps its data and its port, and stops', async () => {
    const dataDir = makeDir();
    const first = await start(dataDir);
    expect(first).toMatchObject({ isNew: true, adopted: false, host: '127.0.0.1' });
    const [database] = await query(
      first.adminUrl(),
      "select datlocprovider, datlocale, current_setting('listen_addresses') as listens from pg_database where datname = 'postgres'",
    );
    expect(database).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', listens: '127.0.0.1' });
    await query(first.adminUrl(), 'create table kept as select 7 as n');
    await first.stop();
    expect(first.isRunning()).toBe(false);
    const second = await start(dataDir);
    expect(second).toMatchObject({ isNew: false, adopted: false, port: first.port });
    expect(await query(second.adminUrl(), 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('asks for a password and keeps it where only its owner reads it', async () => {
    const dataDir = makeDir();
    const server = await start(dataDir);
    const wrong = server.adminUrl().replace(/:[^:@]+@/, ':wrong@');
    await expect(query(wrong, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(path.join(dataDir, 'credentials.json')).mode & 0o777).toBe(0o600);
    const urls = await readEmbeddedUrls(dataDir);
    expect(urls?.DATABASE_URL).toContain(
      `tenantry_app:${server.credentials.app}@127.0.0.1:${server.port}/`,
    );
    await server.stop();
    expect(await readEmbeddedUrls(dataDir)).toBeNull();
  });

  it('is adopted after its launcher was killed with -9 (trap 1)', async () => {
    const dataDir = makeDir();
    const { child, ended, started } = await startInChild(dataDir);
    child.kill('SIGKILL');
    await ended;
    const server = await start(dataDir);
    expect(server).toMatchObject({
      adopted: true,
      isNew: false,
      port: started.port,
      pid: started.pid,
    });
    expect(await query(server.adminUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('recovers after kill -9 of the server itself, no row lost (traps 8 and 11)', async () => {
    const dataDir = makeDir();
    const first = await start(dataDir, { durable: true });
    await query(first.adminUrl(), 'create table kept as select 7 as n');
    process.kill(first.pid, 'SIGKILL');
    const second = await start(dataDir);
    expect(second).toMatchObject({ isNew: false, port: first.port });
    expect(second.pid).not.toBe(first.pid);
    expect(await query(second.adminUrl(), 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('is one server for two launchers at once on a cold directory (trap 9)', async () => {
    const dataDir = makeDir();
    const both = await Promise.all([startInChild(dataDir), startInChild(dataDir)]);
    const started = both.map((one) => one.started);
    expect(started[0]?.port).toBe(started[1]?.port);
    expect(started.filter((one) => one.isNew)).toHaveLength(1);
    expect(started.filter((one) => one.adopted)).toHaveLength(1);
    for (const { child } of both) child.kill('SIGKILL');
    await start(dataDir);
  });

  it('takes another port when its own is taken, unless that one was asked for (trap 10)', async () => {
    const dataDir = makeDir();
    const first = await start(dataDir);
    await first.stop();
    await occupy(first.port);
    await expect(start(dataDir, { port: first.port })).rejects.toThrow(`Port ${first.port}`);
    const second = await start(dataDir);
    expect(second.port).not.toBe(first.port);
  });

  it('starts when the pid in a leftover postmaster.pid now belongs to another program', async () => {
    const dataDir = makeDir();
    const first = await start(dataDir);
    const file = path.join(dataDir, 'postgres', 'postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    await first.stop();
    writeFileSync(file, [process.pid, ...lines.slice(1)].join('\n'));
    if (isRoot) chmodSync(file, 0o644);
    expect(await start(dataDir)).toMatchObject({ isNew: false, adopted: false });
  });
});
