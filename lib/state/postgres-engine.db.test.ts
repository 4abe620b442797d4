import { expect, test } from 'vitest';
import { createAppClient } from '../db/client';
import { scopedDb } from '../db/scoped-db';
import { prune } from '../jobs/housekeeping';
import { prepareTenants } from '../testing/prepare-tenants';
import { startTcpProxy } from '../testing/tcp-proxy';
import { postgresEngine } from './postgres-engine';
import { StateAway } from './state-engine';
import { stateSuite } from './testing/state-suite';

const prepared = prepareTenants(['acme', 'globex']);
const scope = (at: number) => ({
  tenantId: prepared.tenants[at]?.id ?? '',
  space: 'cache',
  mostKeys: 100,
});

stateSuite('PostgreSQL', null, async () => ({
  engine: postgresEngine(prepared.client),
  second: postgresEngine(prepared.client),
  tenants: { acme: scope(0).tenantId, globex: scope(1).tenantId },
}));

test('an entry stays when the transaction around it is undone', async () => {
  const engine = postgresEngine(prepared.client);
  const work = scopedDb(scope(0).tenantId, undefined, prepared.client).write(async () => {
    await engine.setMany(scope(0), [['one', '1']], 60);
    throw new Error('undone');
  });
  await expect(work).rejects.toThrow('undone');
  expect(await engine.getMany(scope(0), ['one'])).toEqual(['1']);
});

test('without the database it is away, soon, and comes back by itself', async () => {
  const proxy = await startTcpProxy(prepared.appUrl);
  const client = createAppClient(proxy.url, { max: 1, patienceMilliseconds: 500 });
  const engine = postgresEngine(client);
  await engine.setMany(scope(0), [['one', '1']], 60);
  await proxy.close();
  await expect(engine.getMany(scope(0), ['one'])).rejects.toThrow(StateAway);
  await proxy.open();
  await expect.poll(() => engine.getMany(scope(0), ['one']).catch(() => 'away')).toEqual(['1']);
  await client.end();
  await proxy.close();
});

test('housekeeping takes away what ended', async () => {
  const engine = postgresEngine(prepared.client);
  await engine.setMany(scope(1), [['stays', '1']], 60);
  await engine.setMany(scope(1), [['ends', '1']], 0.001);
  await expect
    .poll(async () => {
      await prune(prepared.client, new AbortController().signal);
      const rows = await prepared.owner`
        select key from platform.state_entries where tenant_id = ${scope(1).tenantId}`;
      return rows.map(({ key }) => key);
    })
    .toEqual(['stays']);
});
