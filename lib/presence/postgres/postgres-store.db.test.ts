import { expect, test } from 'vitest';
import { createAppClient } from '../../db/client';
import { scopedDb } from '../../db/scoped-db';
import { prune } from '../../jobs/housekeeping';
import { prepareTenants } from '../../testing/prepare-tenants';
import { startTcpProxy } from '../../testing/tcp-proxy';
import { TenantPresence } from '../tenant-presence';
import { presenceSuite } from '../testing/presence-suite';
import { postgresPresence } from './postgres-store';

const prepared = prepareTenants(['acme', 'globex']);
const idOf = (at: number) => prepared.tenants[at]?.id ?? '';
const presenceOf = (at: number, client = prepared.client) =>
  TenantPresence.forTenant(idOf(at), { store: postgresPresence(client), seconds: 75 });

presenceSuite('PostgreSQL', null, async () => ({
  store: postgresPresence(prepared.client),
  second: postgresPresence(prepared.client),
  tenants: { acme: idOf(0), globex: idOf(1) },
}));

test('somebody stays there when the transaction around it is undone', async () => {
  const work = scopedDb(idOf(0), undefined, prepared.client).write(async () => {
    await presenceOf(0).join('undone', 'ada');
    throw new Error('undone');
  });
  await expect(work).rejects.toThrow('undone');
  expect(await presenceOf(0).count('undone')).toBe(1);
});

test('without the database it is away, typed and soon, and comes back by itself', async () => {
  const proxy = await startTcpProxy(prepared.appUrl);
  const client = createAppClient(proxy.url, { max: 1, patienceMilliseconds: 500 });
  const presence = presenceOf(0, client);
  await presence.join('away', 'ada');
  await proxy.close();
  await expect(presence.count('away')).rejects.toMatchObject({ code: 'unavailable' });
  expect(await presence.health()).toMatchObject({ backend: 'postgres', isUp: false });
  await proxy.open();
  await expect.poll(() => presence.count('away').catch(() => 'away')).toBe(1);
  await client.end();
  await proxy.close();
});

test('a tenant that is not there is a fault, and no presence', async () => {
  const nobody = '11111111-2222-4333-8444-555555555551';
  const store = postgresPresence(prepared.client);
  const presence = TenantPresence.forTenant(nobody, { store, seconds: 75 });
  expect(await presence.list('a')).toEqual([]);
  await expect(presence.join('a', 'ada')).rejects.toThrow();
});

test('housekeeping takes away what nobody cleaned up for an hour, in bounded goes', async () => {
  const add = (at: number, room: string, people: number, minutes: number) => prepared.owner`
    insert into platform.presence_entries
    select ${idOf(at)}, ${room}, null, 'user-' || n, 'only', '{}', now(), now(),
      now() - make_interval(mins => ${minutes}) from generate_series(1, ${people}) n`;
  await add(0, 'old', 2500, 61);
  await add(1, 'old', 3, 61);
  await add(1, 'ended', 2, 59);
  await presenceOf(1).join('live', 'ada');
  await prune(prepared.client, new AbortController().signal);
  const rows = await prepared.owner`
    select room, count(*)::int as n from platform.presence_entries
    where room in ('old', 'ended', 'live') group by room order by room`;
  expect(rows.map(({ room, n }) => `${room} ${n}`)).toEqual(['ended 2', 'live 1']);
});
