import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { getTenant } from '../../tenancy/get-tenant';
import { tenantContext } from '../../tenancy/tenant-context';
import { addMembers, drain, notificationTest, receiptsOf } from '../../testing/notification-test';
import { readSent } from './read-sent';
import { sendBatch } from './send-batch';
import { sendBroadcast } from './send-broadcast';

const test = notificationTest();
const all = { all: true } as const;
const text = { title: 'Lunch', body: 'At noon.\n\nBring plates.' };

test('it is sent once, however often the form is sent', async ({ world, asOwner, asEditor }) => {
  const input = { ...text, audience: all, key: randomUUID() };
  const sent = await Promise.all([1, 2, 3, 4].map(() => sendBroadcast(asOwner, input)));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(await sendBroadcast(asOwner, input)).toEqual(sent[0]);
  await drain(world);
  expect(await receiptsOf(world, String(sent[0]?.id))).toHaveLength(3);
  const [row] = await world.owner`
    select (select count(*)::int from notifications where tenant_id = ${asOwner.tenant.id}) as rows,
      (select count(*)::int from platform.events
        where tenant_id = ${asOwner.tenant.id} and type = 'notification.sent') as events`;
  expect(row).toEqual({ rows: 1, events: 1 });
  await expect(sendBroadcast(asEditor, input)).rejects.toMatchObject({ code: 'conflict' });
});

test('a person has one receipt, whatever jobs run beside each other and again', async ({
  world,
  tenant,
  asOwner,
}) => {
  await addMembers(world, tenant, 60);
  const { id } = await sendBroadcast(asOwner, { ...text, audience: all });
  const ctx = tenantContext(await getTenant(tenant.id, world.client), { client: world.client });
  const run = async () => {
    while (!(await sendBatch(ctx, id, 7)).isOver);
  };
  await Promise.all([run(), run(), run(), run()]);
  await run();
  await drain(world);
  const rows = await receiptsOf(world, id);
  expect(rows).toHaveLength(63);
  expect(new Set(rows.map((row) => row.user_id)).size).toBe(63);
  expect(await readSent(asOwner, id)).toMatchObject({
    status: 'sent',
    recipients: 63,
    expected: 63,
  });
});

test('a job that ended in the middle goes on where it was, and tells who was not told', async ({
  world,
  tenant,
  asOwner,
  told,
}) => {
  await addMembers(world, tenant, 20);
  const { id } = await sendBroadcast(asOwner, { ...text, audience: all });
  const ctx = tenantContext(await getTenant(tenant.id, world.client), { client: world.client });
  told.take();
  expect(await sendBatch(ctx, id, 5)).toEqual({ isOver: false, recipients: 5, expected: 23 });
  expect(told.take()).toEqual([]);
  await drain(world);
  const channels = told.take().flatMap((one) => one.channels);
  expect(channels).toHaveLength(23);
  expect(new Set(channels).size).toBe(23);
  await world.owner`update platform.jobs set done_at = null, run_at = now() where kind = 'notification.send'`;
  await drain(world);
  expect(told.take(), 'nobody twice').toEqual([]);
});

test('more than a hundred are told in messages of a hundred channels', async ({
  world,
  tenant,
  asOwner,
  told,
}) => {
  await addMembers(world, tenant, 247);
  told.take();
  await sendBroadcast(asOwner, { ...text, audience: all });
  await drain(world);
  expect(told.take().map(({ channels }) => channels.length)).toEqual([100, 100, 50]);
});
