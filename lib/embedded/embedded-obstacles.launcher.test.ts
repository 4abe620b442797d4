import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, isRoot, makeDir, onCleanUp, start, startInChild } from './embedded-trial';
import { findBinaries } from './find-binaries.mjs';

afterEach(cleanUp);

describe('what stands in its way', () => {
  it('makes the library links that a skipped install script left out (trap 5)', async () => {
    const copy = makeDir();
    cpSync(path.dirname(findBinaries()), copy, { recursive: true, verbatimSymlinks: true });
    const lib = path.join(copy, 'native', 'lib');
    const links = readdirSync(lib).filter((name) =>
      lstatSync(path.join(lib, name)).isSymbolicLink(),
    );
    for (const name of links) unlinkSync(path.join(lib, name));
    expect(links.length).toBeGreaterThan(5);
    expect(await start(makeDir(), { nativeDir: path.join(copy, 'native') })).toMatchObject({
      isNew: true,
    });
  });

  it('says that glibc is missing when the binaries have no loader (Alpine)', async () => {
    const bin = path.join(makeDir(), 'native', 'bin');
    mkdirSync(path.join(bin, '..', 'lib'), { recursive: true });
    mkdirSync(bin);
    writeFileSync(path.join(bin, 'initdb'), '#!/lib/no-such-loader\n', { mode: 0o755 });
    const failure = await start(makeDir(), { nativeDir: path.dirname(bin) }).catch(
      (error) => error,
    );
    expect(failure.message).toContain('glibc');
    expect(failure.hint).toContain('DATABASE_URL');
  });

  it('begins anew after a start that was stopped in the middle of initdb', async () => {
    const dataDir = makeDir();
    const controller = new AbortController();
    const onProgress = () => setTimeout(() => controller.abort(new Error('stopped')), 150);
    await expect(start(dataDir, { signal: controller.signal, onProgress })).rejects.toThrow(
      'stopped',
    );
    expect(readdirSync(dataDir)).toEqual(['credentials.json']);
    mkdirSync(path.join(dataDir, 'postgres.init', 'base'), { recursive: true });
    expect(await start(dataDir)).toMatchObject({ isNew: true });
  });

  it('does not make new passwords for an old database', async () => {
    const dataDir = makeDir();
    await (await start(dataDir)).stop();
    rmSync(path.join(dataDir, 'credentials.json'));
    await expect(start(dataDir)).rejects.toThrow('passwords');
  });

  it('shows the end of the log when the server does not start', async () => {
    const dataDir = makeDir();
    await (await start(dataDir)).stop();
    const file = path.join(dataDir, 'postgres', 'postgresql.auto.conf');
    writeFileSync(file, "shared_buffers = 'nonsense'\n");
    await expect(start(dataDir)).rejects.toThrow('shared_buffers');
  });
});

describe('users', () => {
  it.skipIf(!isRoot)(
    'goes to /var/tmp for root behind a closed directory (trap 4; needs root)',
    async () => {
      const dataDir = path.join(makeDir(0o700), 'data');
      const locationFile = path.join(dataDir, 'location');
      const location = () => readFileSync(locationFile, 'utf8').trim();
      onCleanUp(() => rmSync(location(), { recursive: true, force: true }));
      const first = await start(dataDir);
      expect(location()).toMatch(/^\/var\/tmp\/tenantry-/);
      expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false);
      expect(existsSync(path.join(dataDir, 'postgres.log'))).toBe(true);
      await first.stop();
      expect(await start(dataDir)).toMatchObject({ isNew: false, port: first.port });
    },
  );

  it.skipIf(!isRoot)(
    'copies binaries that the server cannot reach (trap 4; needs root)',
    async () => {
      const closed = makeDir(0o700);
      cpSync(findBinaries(), path.join(closed, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      });
      writeFileSync(path.join(closed, 'package.json'), '{"version":"1.2.3"}');
      const dataDir = makeDir();
      await start(dataDir, { nativeDir: path.join(closed, 'native') });
      expect(existsSync(path.join(dataDir, 'binaries-1.2.3', 'native', 'bin', 'postgres'))).toBe(
        true,
      );
    },
  );

  it.skipIf(!isRoot)('runs directly as an ordinary user (needs root to become one)', async () => {
    const dataDir = makeDir(0o777);
    const nobody = { uid: 65534, gid: 65534 };
    const { started } = await startInChild(path.join(dataDir, 'data'), 'stop', nobody);
    expect(started.isNew).toBe(true);
    expect(statSync(path.join(dataDir, 'data', 'postgres')).uid).toBe(65534);
    // Root later runs it as the owner of the cluster.
    expect(await start(path.join(dataDir, 'data'))).toMatchObject({ isNew: false });
    expect(statSync(path.join(dataDir, 'data', 'postgres', 'postmaster.pid')).uid).toBe(65534);
  });
});
