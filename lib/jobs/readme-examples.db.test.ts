import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAsTenant } from '../tenancy/run-as-tenant';
import { codeBlocks } from '../testing/code-blocks';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { drainJobs } from './drain-jobs';
import { cronPlanner } from './plan-crons';
import { askForImport, weeklyTag, wiring } from './stand-ins/readme-examples';

let trial: TwoTenants;
beforeAll(async () => {
  trial = await openTwoTenants();
});
afterAll(() => trial.close());

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');

test('the README has them word for word', () => {
  const readme = readFileSync('README.md', 'utf8');
  const section = readme.slice(
    readme.indexOf('## React to what happens'),
    readme.indexOf('## Work outside a request'),
  );
  const file = lines(readFileSync('lib/jobs/stand-ins/readme-examples.ts', 'utf8'));
  const parts = codeBlocks(section).flatMap(({ code }) => code.trim().split('\n\n'));
  expect(parts).toHaveLength(4);
  for (const part of parts) expect(file).toContain(lines(part));
  const inline = /`(wire\(.*?\))`/.exec(section)?.[1];
  expect(file).toContain(`= ${inline};`);
});

test('a handler, a job and a cron do what it says, each in its own tenant', async () => {
  const { owner, client, acme, globex } = trial;
  const label = { label: 'ACME', slug: 'acme' };
  await owner`
    insert into platform.events (tenant_id, type, payload)
    values (${acme.id}, 'tenant.created', ${owner.json(label)})`;
  await runAsTenant(globex.id, (ctx) => askForImport(ctx, ['Rotors', 'Gears']));
  await runAsTenant(globex.id, (ctx) => askForImport(ctx, ['Twice']));
  const monday = new Date('2026-01-05T06:00:00Z');
  await cronPlanner(client, [weeklyTag])(new Date('2025-12-31T00:00:00Z'));
  await cronPlanner(client, [weeklyTag])(monday);
  expect(await drainJobs(client, { ...wiring, crons: [] })).toMatchObject({
    jobs: { done: 4, retry: 0, dead: 0 },
    isEmpty: true,
  });
  const tags = async (id: string) => {
    const rows = await owner`select slug, name from tags where tenant_id = ${id} order by slug`;
    return rows.map(({ slug, name }) => `${slug} ${name}`);
  };
  expect(await tags(acme.id)).toEqual(['news News of ACME', 'week-2026-01-05 week-2026-01-05']);
  expect(await tags(globex.id)).toEqual([
    ...['gears Gears', 'rotors Rotors', 'week-2026-01-05 week-2026-01-05'],
  ]);
  const [row] = await owner`
    select progress_done as done, progress_total as total from platform.jobs where kind = 'import-tags'`;
  expect(row).toEqual({ done: 2, total: 2 });
});
