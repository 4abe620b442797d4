import { expect } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { readSettings } from './read-settings';
import { SettingsConflict } from './settings-conflict';
import { updateSettings } from './update-settings';

const test = tenantTest({ per: 'file', rows: async () => {} });

test('settings are changed for this tenant alone, with an event that tells what', async ({
  world: { owner },
  asOwner,
  tenant,
  other,
}) => {
  await owner`
    update platform.tenants set settings = '{"later": 1, "theme": "dark"}' where id = ${tenant.id}`;
  const { values, seenAt } = await readSettings(asOwner);
  const saved = await updateSettings(
    asOwner,
    { ...values, name: 'Renamed', theme: 'light' },
    seenAt,
  );
  expect(saved).toEqual({ changed: ['name', 'theme'], tags: [`t:${tenant.id}`] });
  const rows = await owner`select id, name, settings from platform.tenants`;
  const [own] = rows.filter(({ id }) => id === tenant.id);
  expect(own).toMatchObject({ name: 'Renamed', settings: { theme: 'light', later: 1 } });
  expect(rows.find(({ id }) => id === other.id)).toMatchObject({ name: other.name, settings: {} });
  const [event] = await owner`
    select type, actor_name, payload, to_json(cache_tags) as tags, tenant_id from platform.events
    order by id desc limit 1`;
  expect(event).toMatchObject({
    type: 'tenant.updated',
    actor_name: asOwner.viewer.name,
    tenant_id: tenant.id,
    tags: [`t:${tenant.id}`],
    payload: { changes: { name: [tenant.name, 'Renamed'], theme: ['dark', 'light'] } },
  });
});

test('flags the form does not know stay, and a program may set them', async ({ asOwner }) => {
  const save = async (features: Record<string, boolean>) => {
    const { values, seenAt } = await readSettings(asOwner);
    await updateSettings(
      asOwner,
      { ...values, features: { ...values.features, ...features } },
      seenAt,
    );
    return (await readSettings(asOwner)).values.features;
  };
  expect(await save({ beta: true })).toEqual({ feed: true, topics: true, beta: true });
  const { values, seenAt } = await readSettings(asOwner);
  const form = { ...values, features: { feed: false, topics: true } };
  await updateSettings(asOwner, form, seenAt);
  expect(await save({})).toEqual({ feed: false, topics: true, beta: true });
});

test('nothing changed writes nothing', async ({ world: { owner }, asOwner }) => {
  const { values, seenAt } = await readSettings(asOwner);
  const count = async () => (await owner`select count(*)::int as n from platform.events`)[0]?.n;
  const before = await count();
  expect(await updateSettings(asOwner, values, seenAt)).toEqual({ changed: [], tags: [] });
  expect(await count()).toBe(before);
});

test('of two people who save what both had open, the second is told', async ({ asOwner }) => {
  const { values, seenAt } = await readSettings(asOwner);
  await updateSettings(asOwner, { ...values, description: 'First' }, seenAt);
  const second = updateSettings(asOwner, { ...values, description: 'Second' }, seenAt);
  await expect(second).rejects.toThrow(SettingsConflict);
  expect((await readSettings(asOwner)).values.description).toBe('First');
});

test('the second may save over the first, unless a third was there by then', async ({
  asOwner,
}) => {
  const called = (name: string): MemberContext => ({
    ...asOwner,
    actor: { id: asOwner.actor.id, name },
  });
  const { values, seenAt } = await readSettings(asOwner);
  const save = (name: string, description: string, seen: string) =>
    updateSettings(called(name), { ...values, description }, seen);
  const refusal = (name: string, seen: string) =>
    save(name, `By ${name}`, seen).then(
      () => null,
      (error: SettingsConflict) => error.meanwhile,
    );
  await save('Ada', 'By Ada', seenAt);
  await updateSettings(
    called('Cleo'),
    { ...values, theme: 'dark' },
    (await readSettings(asOwner)).seenAt,
  );
  const first = await refusal('Bob', seenAt);
  expect(first).toMatchObject({ by: 'Cleo', fields: ['Description', 'Theme'] });
  expect(first?.seenAt).toBe((await readSettings(asOwner)).seenAt);
  await save('Dan', 'By Dan', first?.seenAt ?? '');
  const second = await refusal('Bob', first?.seenAt ?? '');
  expect(second).toMatchObject({ by: 'Dan', fields: ['Description', 'Theme'] });
  expect((await readSettings(asOwner)).values.description).toBe('By Dan');
  await save('Bob', 'By Bob', second?.seenAt ?? '');
  expect((await readSettings(asOwner)).values).toEqual({ ...values, description: 'By Bob' });
});

test.for(['', 'yesterday', '-000001-01-01T00:00:00Z', '+275760-09-13T00:00:00.000Z'])(
  'a time nobody has seen, %j, is a conflict and no failure',
  async (seenAt, { asOwner }) => {
    const { values } = await readSettings(asOwner);
    const change = updateSettings(asOwner, { ...values, description: 'Blind' }, seenAt);
    await expect(change).rejects.toThrow(SettingsConflict);
  },
);

test('who may not change settings changes none', async ({ asOwner, asEditor }) => {
  const { values, seenAt } = await readSettings(asOwner);
  const change = updateSettings(asEditor, { ...values, name: 'Taken' }, seenAt);
  await expect(change).rejects.toMatchObject({ code: 'forbidden' });
});

test.for([
  ['name', ''],
  ['brandColor', 'red; }</style>'],
  ['timeZone', 'Mars/Olympus'],
  ['allowedOrigins', ['https://x.example; script-src *']],
  ['status', 'suspended'],
  ['slug', 'other'],
] as const)('%s: %j is refused', async ([name, value], { asOwner }) => {
  const { values, seenAt } = await readSettings(asOwner);
  const change = updateSettings(asOwner, { ...values, [name]: value }, seenAt);
  await expect(change).rejects.toMatchObject({ name: 'ZodError' });
});
