import { expect } from 'vitest';
import { drainJobs } from '../../jobs/drain-jobs';
import { cronPlanner } from '../../jobs/plan-crons';
import { wire } from '../../jobs/wiring';
import {
  drain,
  notificationJobs,
  notificationTest,
  receiptsOf,
  setActive,
} from '../../testing/notification-test';
import type { TestWorld } from '../../testing/tenant-test/test-world';
import { markRead } from '../inbox/mark-read';
import { readPreferences } from '../preferences/read-preferences';
import { writePreferences } from '../preferences/write-preferences';
import { sendBroadcast } from '../sending/send-broadcast';
import { notificationDigests } from './digest-cron';

const test = notificationTest();
const all = { all: true } as const;

/** Makes a job that was done due again, as after a process that ended before it was noted. */
function again({ owner }: TestWorld, kind: string) {
  return owner`update platform.jobs set done_at = null, run_at = now() where kind = ${kind}`;
}

test('who wants a kind by mail at once gets each once, in the site’s name', async ({
  world,
  tenant,
  asOwner,
  asMember,
  mails,
}) => {
  await writePreferences(asMember, [{ kind: 'broadcast', email: 'now' }]);
  const body = 'At noon.\n\n<b>Bring</b> plates.';
  const { id } = await sendBroadcast(asOwner, { title: 'Lunch', body, audience: all });
  await drain(world);
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail?.to).toMatchObject([{ address: tenant.people.member.email }]);
  expect([mail?.from?.name, mail?.subject]).toEqual([tenant.name, 'Lunch']);
  expect(mail?.text).toContain('/notifications/preferences');
  expect(mail?.text).toMatch(/\/notifications\n/);
  expect(mail?.html).not.toContain('<b>Bring');
  const rows = await receiptsOf(world, id);
  expect(rows.filter((row) => row.emailed_at).map((row) => row.user_id)).toEqual([
    tenant.people.member.id,
  ]);
  for (const kind of ['notification.send', 'notification.mail']) await again(world, kind);
  await drain(world);
  expect(await mails()).toEqual([]);
});

test('a process that ended between mail and note sends the same message, not another', async ({
  world,
  asOwner,
  asMember,
  mails,
}) => {
  await writePreferences(asMember, [{ kind: 'broadcast', email: 'now' }]);
  const { id } = await sendBroadcast(asOwner, { title: 'Lunch', body: '', audience: all });
  await drain(world);
  await world.owner`update notification_receipts set emailed_at = null where notification_id = ${id}`;
  await again(world, 'notification.mail');
  await drain(world);
  expect(await mails(), 'one file under one Message-ID').toHaveLength(1);
});

test('what was read first is not mailed, and who was deactivated gets none', async ({
  world,
  tenant,
  asOwner,
  asEditor,
  asMember,
  mails,
}) => {
  for (const ctx of [asEditor, asMember]) {
    await writePreferences(ctx, [{ kind: 'broadcast', email: 'now' }]);
  }
  const { id } = await sendBroadcast(asOwner, { title: 'Lunch', body: '', audience: all });
  const onlySend = wire([], { jobs: notificationJobs.slice(0, 1) });
  await drainJobs(world.client, onlySend);
  await markRead(asMember, [id]);
  await setActive(world, tenant, tenant.people.editor, false);
  await again(world, 'notification.mail');
  await drain(world);
  expect(await mails()).toEqual([]);
});

/** Works off the hour that begins now, for all tenants. */
async function hour(world: TestWorld, now: string) {
  await cronPlanner(world.client, [notificationDigests])(new Date(now));
  // Slots are of the past or the present, as the database's clock has it.
  await drainJobs(
    world.client,
    wire([], { jobs: [...notificationJobs, notificationDigests.handler] }),
  );
}

test('a digest comes once a day at eight where the tenant is, with what is unread', async ({
  world,
  tenant,
  asOwner,
  asMember,
  mails,
}) => {
  await world.owner`
    update platform.tenants set settings = settings || '{"timeZone": "Asia/Kolkata"}'
    where id = ${tenant.id}`;
  await writePreferences(asMember, [{ kind: 'broadcast', email: 'digest' }]);
  const ids: string[] = [];
  for (const title of ['One', 'Two', 'Three']) {
    ids.push((await sendBroadcast(asOwner, { title, body: '', audience: all })).id);
    await drain(world);
  }
  await markRead(asMember, [ids[1] ?? '']);
  // Written on the first of May, in a world whose clock is later.
  await world.owner`
    update notification_receipts set created_at = '2026-05-01T12:00:00Z' where tenant_id = ${tenant.id}`;
  await hour(world, '2026-05-01T23:00:00Z');
  await hour(world, '2026-05-02T02:00:00Z');
  expect(await mails(), 'half past seven in Kolkata').toEqual([]);
  await hour(world, '2026-05-02T03:00:00Z');
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail?.to).toMatchObject([{ address: tenant.people.member.email }]);
  expect(mail?.subject).toBe(`2 news from ${tenant.name}`);
  expect(mail?.text).toMatch(/One .*Asia\/Kolkata[\s\S]*Three/);
  expect(mail?.text).not.toContain('Two');
  expect(mail?.text).toContain('/notifications/preferences');
  await again(world, 'notification.digest');
  for (const next of ['04', '05', '09']) await hour(world, `2026-05-02T${next}:00:00Z`);
  await hour(world, '2026-05-03T03:00:00Z');
  expect(await mails(), 'nothing new').toEqual([]);
});

test('eight o’clock missed is made up for, and what came after eight waits for tomorrow', async ({
  world,
  tenant,
  asOwner,
  asMember,
  mails,
}) => {
  await world.owner`
    update platform.tenants set settings = settings || '{"timeZone": "UTC"}' where id = ${tenant.id}`;
  await writePreferences(asMember, [{ kind: 'broadcast', email: 'digest' }]);
  for (const [title, at] of [
    ['Before', '2026-06-02T07:59:00Z'],
    ['After', '2026-06-02T08:01:00Z'],
  ] as const) {
    const { id } = await sendBroadcast(asOwner, { title, body: '', audience: all });
    await drain(world);
    await world.owner`update notification_receipts set created_at = ${at} where notification_id = ${id}`;
  }
  await hour(world, '2026-06-02T07:00:00Z');
  await hour(world, '2026-06-02T11:00:00Z');
  const [first, ...more] = await mails();
  expect(more).toEqual([]);
  expect(first?.text).toContain('Before');
  expect(first?.text).not.toContain('After');
  await hour(world, '2026-06-02T12:00:00Z');
  expect(await mails()).toEqual([]);
  await hour(world, '2026-06-03T08:00:00Z');
  expect((await mails()).map(({ text }) => /After/.test(text ?? ''))).toEqual([true]);
});

test('wishes are one’s own; announcements stay in the inbox', async ({
  asMember,
  asEditor,
  asStranger,
}) => {
  const kinds = async (ctx: typeof asMember) =>
    Object.fromEntries(
      (await readPreferences(ctx)).map((one) => [one.kind, [one.inApp, one.email]]),
    );
  expect(await kinds(asMember)).toMatchObject({
    published: [false, 'off'],
    broadcast: [true, 'off'],
  });
  expect(await kinds(asEditor)).toMatchObject({ published: [true, 'off'] });
  const changed = await writePreferences(asMember, [
    { kind: 'published', inApp: true },
    { kind: 'invited', email: 'digest' },
  ]);
  expect(changed).toContainEqual(expect.objectContaining({ kind: 'published', inApp: true }));
  await writePreferences(asMember, [{ kind: 'published', email: 'now' }]);
  expect(await kinds(asMember)).toMatchObject({
    ...{ published: [true, 'now'], invited: [true, 'digest'] },
  });
  expect(await kinds(asEditor)).toMatchObject({ invited: [true, 'off'] });
  for (const wrong of [
    [{ kind: 'broadcast' as const, inApp: false }],
    [{ kind: 'unknown' as 'invited' }],
    [{ kind: 'invited' as const, email: 'hourly' as 'now' }],
  ]) {
    await expect(writePreferences(asMember, wrong)).rejects.toMatchObject({ code: 'bad_input' });
  }
  expect(await readPreferences(asStranger)).toEqual([]);
  await expect(writePreferences(asStranger, [])).rejects.toMatchObject({ code: 'forbidden' });
});
