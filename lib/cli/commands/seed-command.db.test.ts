import { spawn } from 'node:child_process';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { type CliTrial, cliTrial } from '../../testing/cli-trial';
import { projectRoot } from '../../testing/project-root';

let trial: CliTrial;
let owner: Sql;
beforeAll(async () => {
  trial = await cliTrial();
  owner = openOwnerClient(trial.database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await trial.end();
});
const count = async () =>
  (await owner`select count(*)::int as n from platform.tenants where slug like 't%'`)[0]?.n;

test('it is interrupted between two batches, and goes on when it is run again', async () => {
  const args = ['seed', '--tenants', '3000', '--posts', '1'];
  const node = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/index.ts', ...args];
  const { ownerUrl: DATABASE_OWNER_URL, appUrl: DATABASE_URL } = trial.database;
  const env = { ...process.env, DATABASE_OWNER_URL, DATABASE_URL, LOG_FILE: 'off' };
  const child = spawn(process.execPath, node, { cwd: projectRoot, env });
  let said = '';
  child.stderr.on('data', (part) => {
    if (said === '') child.kill('SIGINT');
    said += part;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(said).toMatch(/^500 of 3000 tenants, 500 posts \(16 %\)\n/);
  expect(said).toMatch(/error: Interrupted after \d+ tenants\. Run it again to go on\.\n$/);
  expect(code).toBe(1);
  const before = await count();
  expect(before % 500).toBe(0);
  expect(before).toBeLessThan(3000);

  const { code: again, out } = await trial.run(args);
  expect([again, out]).toEqual([0, `seeded 3000 tenants\nseeded ${3000 - before} posts\n`]);
  expect(await count()).toBe(3000);
  const [events] = await owner`
    select count(*)::int as n from platform.events where type = 'tenant.created'`;
  expect(events?.n).toBe(3000);
});

test('what was made is told as JSON alone on stdout', async () => {
  const { out } = await trial.run(['seed', '--tenants', '2', '--posts', '3', '--json']);
  expect(JSON.parse(out)).toEqual({ demo: false, tenants: 2, posts: 4 });
});
