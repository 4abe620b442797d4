import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { projectRoot } from '../testing/project-root';

const run = promisify(execFile);
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A project with the real build script, one action, and a Next that only says it was called. */
function makeProject(action: string): string {
  const root = mkdtempSync(path.join(tmpdir(), 'doors-'));
  folders.push(root);
  for (const part of [
    'lib/cli/build.mjs',
    'lib/cli/check-doors.ts',
    'lib/cli/launcher/edge-warnings.mjs',
    'lib/testing/architecture',
    'lib/testing/project-root.ts',
  ]) {
    cpSync(path.join(projectRoot, part), path.join(root, part), { recursive: true });
  }
  mkdirSync(path.join(root, 'app/x'), { recursive: true });
  writeFileSync(path.join(root, 'app/x/actions.ts'), action);
  writeFileSync(path.join(root, 'package.json'), '{"type":"module"}');
  mkdirSync(path.join(root, 'node_modules/next/dist/bin'), { recursive: true });
  writeFileSync(path.join(root, 'node_modules/next/dist/bin/next'), "console.log('next ran');");
  for (const name of ['tsx', 'vitest', 'typescript']) {
    symlinkSync(
      path.join(projectRoot, 'node_modules', name),
      path.join(root, 'node_modules', name),
    );
  }
  return root;
}

const build = (root: string) =>
  run(process.execPath, ['lib/cli/build.mjs'], { cwd: root }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
const door = "'use server';\nimport { tenantAction } from '@/lib/api/tenant-action';\n";

test('the build stops at an action without a door, and before Next', async () => {
  const root = makeProject("'use server';\nexport async function wipe() {}\n");
  const { code, output } = await build(root);
  expect(code).toBe(1);
  expect(output).toContain('app/x/actions.ts: wipe is not made by a door');
  expect(output).not.toContain('next ran');
});

test('and at an action whose door names no permission', async () => {
  const { code, output } = await build(
    makeProject(`${door}export const a = tenantAction({ input }, f);`),
  );
  expect(code).toBe(1);
  expect(output).toContain('tenantAction names no permission');
});

test('and goes on with one that is right', async () => {
  const right = `${door}export const a = tenantAction({ permission: 'posts.write', input }, f);`;
  const { code, output } = await build(makeProject(right));
  expect(output).toContain('next ran');
  expect(code).toBe(0);
});
