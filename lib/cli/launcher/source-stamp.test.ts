import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceStamp } from './source-stamp.mjs';

it('changes with the sources of the build and with nothing else', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'launcher-test-'));
  const write = (file: string, body: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), body);
  };
  write('app/page.tsx', 'one');
  const first = sourceStamp(root);
  utimesSync(path.join(root, 'app/page.tsx'), 0, 0);
  write('app/page.test.tsx', 'a test');
  write('lib/cli/start.mjs', 'the launcher');
  write('.next/trace', 'a build');
  expect(sourceStamp(root)).toBe(first);
  write('app/page.tsx', 'two');
  const second = sourceStamp(root);
  expect(second).not.toBe(first);
  write('lib/blog/a.ts', 'new');
  expect(sourceStamp(root)).not.toBe(second);
  rmSync(root, { recursive: true });
});
