import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installPackages, isInstalled } from './install-packages.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'launcher-test-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const platform = { 'node_modules/for-another-system': { version: '1.0.0', optional: true } };

function writeLock(version: string) {
  const packages = { '': {}, 'node_modules/a': { version }, ...platform };
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

function writeModules(version: string) {
  mkdirSync(path.join(root, 'node_modules'), { recursive: true });
  const packages = { 'node_modules/a': { version } };
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

it('sees a missing, an interrupted and an older installation', () => {
  writeLock('2.0.0');
  expect(isInstalled(root)).toBe(false);
  mkdirSync(path.join(root, 'node_modules'));
  expect(isInstalled(root)).toBe(false);
  writeModules('1.0.0');
  expect(isInstalled(root)).toBe(false);
  writeModules('2.0.0');
  expect(isInstalled(root)).toBe(true);
  expect(existsSync(path.join(root, 'node_modules/.tenantry-install'))).toBe(true);
  writeLock('3.0.0');
  expect(isInstalled(root)).toBe(false);
});

it('installs once for two starts at the same time', async () => {
  writeLock('2.0.0');
  let runs = 0;
  const run = async () => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    writeModules('2.0.0');
    return '';
  };
  const progress = { step: <T>(_: string, work: () => Promise<T>) => work(), say: () => undefined };
  const { signal } = new AbortController();
  const start = () => installPackages({ root, env: {}, signal, progress, run });
  expect((await Promise.all([start(), start()])).sort()).toEqual([false, true]);
  expect(runs).toBe(1);
});
