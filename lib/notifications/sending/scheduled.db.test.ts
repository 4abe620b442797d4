import { expect } from 'vitest';
import { addMembers, drain, notificationTest, receiptsOf } from '../../testing/notification-test';
import type { TestWorld } from '../../testing/tenant-test/test-world';
import { listInbox } from '../inbox/list-inbox';
import { markRead } from '../inbox/mark-read';
import { cancelBroadcast } from './cancel-broadcast';
import { listSent } from './list-sent';
import { readSent } from './read-sent';
import { sendBroadcast } from './send-broadcast';

const test = notificationTest();
const input = { title: 'Later', body: '', audience: { all: true } as const };
const tomorrow = () => new Date(Date.now() + 86_400_000);

/** What was to be sent later is due now. */
function bringForward({ owner }: TestWorld, id: string) {
  return owner`
    update platform.jobs set run_at = now() where kind = 'notification.send' and key = ${id}`;
}

test('what is sent later is sent then, to who is a member then', async ({
  world,
  tenant,
  asOwner,
}) => {
  const scheduledFor = tomorrow();
  const { id } = await sendBroadcast(asOwner, { ...input, scheduledFor });
  await drain(world);
  expect(await readSent(asOwner, id)).toMatchObject({
    ...{
      audienceLabel: 'Everyone',
      status: 'scheduled',
      recipients: 0,
      expected: 3,
      scheduledFor,
      sentAt: null,
    },
  });
  const [job] = await world.owner`select run_at from platform.jobs where key = ${id}`;
  expect(new Date(job?.run_at)).toEqual(scheduledFor);
  await addMembers(world, tenant, 2);
  await bringForward(world, id);
  await drain(world);
  expect(await readSent(asOwner, id)).toMatchObject({ status: 'sent', recipients: 5 });
});

test('what was cancelled before is never sent, and only that can be', async ({
  world,
  asOwner,
  asMember,
}) => {
  const { id } = await sendBroadcast(asOwner, { ...input, scheduledFor: tomorrow() });
  await expect(cancelBroadcast(asMember, id)).rejects.toMatchObject({ code: 'forbidden' });
  await cancelBroadcast(asOwner, id);
  await expect(cancelBroadcast(asOwner, id)).rejects.toMatchObject({ code: 'conflict' });
  await bringForward(world, id);
  await drain(world);
  expect(await receiptsOf(world, id)).toEqual([]);
  const sent = await sendBroadcast(asOwner, input);
  await drain(world);
  await expect(cancelBroadcast(asOwner, sent.id)).rejects.toMatchObject({ code: 'conflict' });
  const events = await world.owner`
    select type from platform.events
    where tenant_id = ${asOwner.tenant.id} and type like 'notification.%' order by id`;
  expect(events.map(({ type }) => type)).toEqual([
    ...['notification.scheduled', 'notification.cancelled', 'notification.sent'],
  ]);
});

test('another tenant’s is not there', async ({ asOwner, asStranger, other, world }) => {
  const { id } = await sendBroadcast(asOwner, { ...input, scheduledFor: tomorrow() });
  for (const ask of [readSent, cancelBroadcast]) {
    await expect(ask(asStranger, id)).rejects.toMatchObject({ code: 'forbidden' });
  }
  const [row] = await world.owner`
    insert into notifications (tenant_id, kind, title, audience)
    values (${other.id}, 'broadcast', 'Theirs', '{"all": true}') returning id`;
  for (const ask of [readSent, cancelBroadcast]) {
    await expect(ask(asOwner, 'none')).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(asOwner, String(row?.id))).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('its sender sees how many have got, seen and read it', async ({
  world,
  asOwner,
  asEditor,
  asMember,
}) => {
  const { id } = await sendBroadcast(asOwner, input);
  await drain(world);
  expect(await readSent(asEditor, id)).toMatchObject({ recipients: 3, delivered: 0, read: 0 });
  await listInbox(asMember);
  await listInbox(asEditor);
  await markRead(asMember, [id]);
  expect(await readSent(asEditor, id)).toMatchObject({ recipients: 3, delivered: 2, read: 1 });
  await expect(readSent(asMember, id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listSent(asMember)).rejects.toMatchObject({ code: 'forbidden' });
});

test('the list of what was sent has pages without gaps', async ({ asOwner }) => {
  for (const n of [1, 2, 3, 4, 5]) await sendBroadcast(asOwner, { ...input, title: `No. ${n}` });
  const titles: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listSent(asOwner, { cursor, limit: 2 });
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.next;
  }
  expect([...titles].sort()).toEqual([1, 2, 3, 4, 5].map((n) => `No. ${n}`));
  await expect(listSent(asOwner, { cursor: 'x' })).rejects.toMatchObject({ code: 'bad_input' });
});
