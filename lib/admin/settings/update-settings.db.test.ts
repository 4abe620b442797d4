import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import { type AppClient, createAppClient } from '../../db/client';
import { openOwnerClient } from '../../db/owner-client';
import { scopedDb } from '../../db/scoped-db';
import type { TenantInfo } from '../../tenancy/tenant';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { type MadeTenant, makeTenant } from '../../testing/make-tenant';
import { readSettings } from './read-settings';
import { SettingsConflict } from './settings-conflict';
import { updateSettings } from './update-settings';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let [mine, other] = [{} as MadeTenant, {} as MadeTenant];

beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
  [mine, other] = [await makeTenant(owner, 'mine'), await makeTenant(owner, 'other')];
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});

test('settings are changed for this tenant alone, with an event that tells what', async () => {
  await owner`
    update platform.tenants set settings = '{"later": 1, "theme": "dark"}' where id = ${mine.id}`;
  const { values, seenAt } = await readSettings(viewer());
  const saved = await updateSettings(
    viewer(),
    { ...values, name: 'Renamed', theme: 'light' },
    seenAt,
  );
  expect(saved).toEqual({ changed: ['name', 'theme'], tags: [`t:${mine.id}`] });
  const rows = await owner`select id, name, settings from platform.tenants`;
  const [own] = rows.filter(({ id }) => id === mine.id);
  expect(own).toMatchObject({ name: 'Renamed', settings: { theme: 'light', later: 1 } });
  expect(rows.find(({ id }) => id === other.id)).toMatchObject({ name: 'OTHER', settings: {} });
  const [event] = await owner`
    select type, actor_name, payload, to_json(cache_tags) as tags, tenant_id from platform.events
    order by id desc limit 1`;
  expect(event).toMatchObject({
    type: 'tenant.updated',
    actor_name: 'Ada',
    tenant_id: mine.id,
    tags: [`t:${mine.id}`],
    payload: { changes: { name: ['MINE', 'Renamed'], theme: ['dark', 'light'] } },
  });
});

test('flags the form does not know stay, and a program may set them', async () => {
  const save = async (features: Record<string, boolean>) => {
    const { values, seenAt } = await readSettings(viewer());
    await updateSettings(
      viewer(),
      { ...values, features: { ...values.features, ...features } },
      seenAt,
    );
    return (await readSettings(viewer())).values.features;
  };
  expect(await save({ beta: true })).toEqual({ feed: true, topics: true, beta: true });
  const { values, seenAt } = await readSettings(viewer());
  const form = { ...values, features: { feed: false, topics: true } };
  await updateSettings(viewer(), form, seenAt);
  expect(await save({})).toEqual({ feed: false, topics: true, beta: true });
});

test('nothing changed writes nothing', async () => {
  const { values, seenAt } = await readSettings(viewer());
  const count = async () => (await owner`select count(*)::int as n from platform.events`)[0]?.n;
  const before = await count();
  expect(await updateSettings(viewer(), values, seenAt)).toEqual({ changed: [], tags: [] });
  expect(await count()).toBe(before);
});

test('of two people who save what both had open, the second is told', async () => {
  const { values, seenAt } = await readSettings(viewer());
  await updateSettings(viewer(), { ...values, description: 'First' }, seenAt);
  const second = updateSettings(viewer(), { ...values, description: 'Second' }, seenAt);
  await expect(second).rejects.toThrow(SettingsConflict);
  expect((await readSettings(viewer())).values.description).toBe('First');
});

test('the second may save over the first, unless a third was there by then', async () => {
  const { values, seenAt } = await readSettings(viewer());
  const save = (name: string, description: string, seen: string) =>
    updateSettings(viewer(name), { ...values, description }, seen);
  const refusal = (name: string, seen: string) =>
    save(name, `By ${name}`, seen).then(
      () => null,
      (error: SettingsConflict) => error.meanwhile,
    );
  await save('Ada', 'By Ada', seenAt);
  await updateSettings(viewer('Cleo'), { ...values, theme: 'dark' }, (await latest()).seenAt);
  const first = await refusal('Bob', seenAt);
  expect(first).toMatchObject({ by: 'Cleo', fields: ['Description', 'Theme'] });
  expect(first?.seenAt).toBe((await latest()).seenAt);
  await save('Dan', 'By Dan', first?.seenAt ?? '');
  const second = await refusal('Bob', first?.seenAt ?? '');
  expect(second).toMatchObject({ by: 'Dan', fields: ['Description', 'Theme'] });
  expect((await latest()).values.description).toBe('By Dan');
  await save('Bob', 'By Bob', second?.seenAt ?? '');
  expect((await latest()).values).toEqual({ ...values, description: 'By Bob' });
});

test.each(['', 'yesterday', '-000001-01-01T00:00:00Z', '+275760-09-13T00:00:00.000Z'])(
  'a time nobody has seen, %j, is a conflict and no failure',
  async (seenAt) => {
    const { values } = await latest();
    const change = updateSettings(viewer(), { ...values, description: 'Blind' }, seenAt);
    await expect(change).rejects.toThrow(SettingsConflict);
  },
);

test('who may not change settings changes none', async () => {
  const { values, seenAt } = await readSettings(viewer());
  const denied = { ...viewer(), can: () => false } as MemberContext;
  const change = updateSettings(denied, { ...values, name: 'Taken' }, seenAt);
  await expect(change).rejects.toMatchObject({ code: 'forbidden' });
});

test.each([
  ['name', ''],
  ['brandColor', 'red; }</style>'],
  ['timeZone', 'Mars/Olympus'],
  ['allowedOrigins', ['https://x.example; script-src *']],
  ['status', 'suspended'],
  ['slug', 'other'],
] as const)('%s: %j is refused', async (name, value) => {
  const { values, seenAt } = await readSettings(viewer());
  const change = updateSettings(viewer(), { ...values, [name]: value }, seenAt);
  await expect(change).rejects.toMatchObject({ name: 'ZodError' });
});

const latest = () => readSettings(viewer());

function viewer(name = 'Ada'): MemberContext {
  return {
    tenant: { id: mine.id } as TenantInfo,
    db: scopedDb(mine.id, undefined, client),
    actor: { id: mine.authorId, name },
    requestId: 'request-1',
    can: () => true,
  } as unknown as MemberContext;
}
