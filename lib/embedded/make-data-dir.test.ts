import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDataDir } from './make-data-dir.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'launcher-test-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('makes all levels, and is content when they are there', () => {
  const dir = path.join(root, 'a/b/c');
  expect(makeDataDir(dir)).toBe(dir);
  expect(makeDataDir(dir)).toBe(dir);
});

it.skipIf(process.getuid?.() !== 0)('lets other users pass what root made (needs root)', () => {
  const before = process.umask(0o077);
  makeDataDir(path.join(root, 'a/b'));
  process.umask(before);
  expect(statSync(path.join(root, 'a')).mode & 0o777).toBe(0o755);
  expect(statSync(root).mode & 0o777).toBe(0o700);
});

it('says what stands in its way', () => {
  writeFileSync(path.join(root, 'file'), '');
  expect(() => makeDataDir(path.join(root, 'file'))).toThrow('EEXIST');
  expect(() => makeDataDir(path.join(root, 'file/a/b'))).toThrow('ENOTDIR');
});

it.skipIf(process.platform !== 'linux')('comes to an end in /proc (Linux)', () => {
  expect(() => makeDataDir('/proc/tenantry/a')).toThrow(/ENOENT|EACCES|EPERM/);
});
