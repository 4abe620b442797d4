import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleDb } from '../db/console-db';
import { authors } from '../db/schema/tenant';
import { type ConsoleTrial, consoleTrial } from '../testing/console-trial';
import { type ForEachSummary, forEachTenant } from './for-each-tenant';
import { runAsPlatform } from './run-as-platform';

let trial: ConsoleTrial;
beforeAll(async () => {
  trial = await consoleTrial();
});
afterAll(() => trial.end());

/** One connection serves both: the console's list and each tenant's rows come one after the other. */
async function visitAll(session: string, seen: string[]): Promise<ForEachSummary> {
  const { client, root } = trial;
  return runAsPlatform(
    'a look from the console',
    () =>
      forEachTenant(
        async ({ tenant, db }) => {
          const rows = await db.read((tx) => tx.select().from(authors));
          seen.push(...rows.map(({ name }) => `${tenant.slug}: ${name}`));
        },
        { client },
      ),
    {
      db: consoleDb(session, client),
      actor: { id: root, name: 'Root' },
      requestId: 'request-7',
    },
  );
}

test('a superuser’s session opens every tenant, under its name and request', async () => {
  const seen: string[] = [];
  const session = await trial.openSession(trial.root);
  expect(await visitAll(session, seen)).toMatchObject({ done: 2, failed: [] });
  expect(seen.sort()).toEqual(['acme: acme', 'globex: globex']);
  const [event] = await trial.owner`
    select tenant_id, actor_name, request_id from platform.events where type = 'platform.entered'`;
  expect(event).toEqual({ tenant_id: null, actor_name: 'Root', request_id: 'request-7' });
});

test('one that has ended opens none, and leaves no word that it did', async () => {
  const seen: string[] = [];
  const session = await trial.openSession(trial.root, { revoked_at: new Date() });
  await trial.owner`delete from platform.events`;
  await expect(visitAll(session, seen)).rejects.toThrow();
  expect(seen).toEqual([]);
  expect([...(await trial.owner`select id from platform.events`)]).toEqual([]);
});
