import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import { drain, notificationTest } from '../../testing/notification-test';
import type { TestWorld } from '../../testing/tenant-test/test-world';
import { notify } from '../notify';
import { sendBroadcast } from '../sending/send-broadcast';
import { countUnread } from './count-unread';
import { type InboxItem, type InboxQuery, listInbox } from './list-inbox';
import { markAllRead, markRead, markUnread } from './mark-read';

const test = notificationTest();

/** Sends some to everybody; gives their ids in that order. */
async function send(world: TestWorld, ctx: MemberContext, titles: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const title of titles) {
    const sent = await sendBroadcast(ctx, { title, body: '', audience: { all: true } });
    ids.push(sent.id);
    await drain(world);
  }
  return ids;
}

const titlesOf = ({ items }: { items: InboxItem[] }) => items.map(({ title }) => title);

test('marks are one’s own, counted, and told to the other tabs', async ({
  world,
  tenant,
  asOwner,
  asMember,
  told,
}) => {
  const [a = '', b = '', c = ''] = await send(world, asOwner, ['A', 'B', 'C']);
  expect(await countUnread(asMember)).toBe(3);
  told.take();
  expect(await markRead(asMember, [a, randomUUID(), 'none'], { exceptSocket: '1.2' })).toEqual({
    unread: 2,
  });
  expect(told.take()).toEqual([
    {
      name: 'notification.read',
      channels: [`private-user-${tenant.people.member.id}`],
      data: { tenant: tenant.id, unread: 2 },
      socketId: '1.2',
    },
  ]);
  await markRead(asMember, [a]);
  expect(told.take(), 'nothing has changed').toEqual([]);
  expect(titlesOf(await listInbox(asMember, { unread: true }))).toEqual(['C', 'B']);
  expect(await markUnread(asMember, [a])).toEqual({ unread: 3 });
  const { newest } = await listInbox(asMember);
  await send(world, asOwner, ['D']);
  expect(await markAllRead(asMember, newest)).toEqual({ unread: 1 });
  expect(titlesOf(await listInbox(asMember, { unread: true }))).toEqual(['D']);
  expect(await markAllRead(asMember)).toEqual({ unread: 0 });
  expect(await markUnread(asMember, [b, c])).toEqual({ unread: 2 });
  expect(await countUnread(asOwner), 'each their own').toBe(4);
  expect(await markRead(asMember, [])).toEqual({ unread: 2 });
  await expect(markRead(asMember, Array(501).fill(a))).rejects.toMatchObject({ code: 'bad_input' });
});

test('who is no member, and support, see nothing and mark nothing', async ({
  world,
  asOwner,
  asMember,
  asStranger,
}) => {
  const [id = ''] = await send(world, asOwner, ['A']);
  const support = { id: '', superuserId: '', superuserName: 'Root', reason: '', canWrite: true };
  const asSupport = {
    ...asMember,
    viewer: { ...asMember.viewer, support: { ...support, expiresAt: new Date() } },
  };
  for (const nobody of [asSupport, asStranger, { ...asMember, viewer: null }]) {
    expect(await listInbox(nobody)).toEqual({ items: [], next: null, newest: '0', hasMore: false });
    expect(await countUnread(nobody)).toBe(0);
    for (const mark of [markRead(nobody, [id]), markUnread(nobody, [id]), markAllRead(nobody)]) {
      expect(await mark).toEqual({ unread: 0 });
    }
  }
  const [row] = await world.owner`
    select count(seen_at)::int as seen, count(read_at)::int as read from notification_receipts
    where notification_id = ${id}`;
  expect(row).toEqual({ seen: 0, read: 0 });
  const key = { id: randomUUID(), name: 'A key', expiresAt: null };
  const asKey = { ...asMember, viewer: { ...asMember.viewer, apiKey: key } };
  await expect(listInbox(asKey)).rejects.toMatchObject({ code: 'forbidden' });
});

test('pages have no gaps, and a place that is none is refused', async ({
  world,
  asOwner,
  asMember,
}) => {
  await send(world, asOwner, ['A', 'B', 'C', 'D', 'E']);
  const first = await listInbox(asMember, { limit: 2 });
  expect(titlesOf(first)).toEqual(['E', 'D']);
  await send(world, asOwner, ['F']);
  const second = await listInbox(asMember, { limit: 2, cursor: first.next });
  expect([first.newest, second.newest]).toEqual(['5', null]);
  const unread = await listInbox(asMember, { kind: 'published' });
  expect(unread).toMatchObject({ items: [], newest: '6' });
  const third = await listInbox(asMember, { limit: 2, cursor: second.next });
  expect([...titlesOf(second), ...titlesOf(third)]).toEqual(['C', 'B', 'A']);
  expect(third.next).toBeNull();
  expect(titlesOf(await listInbox(asMember, { kind: 'published' }))).toEqual([]);
  const wrong: InboxQuery[] = [{ cursor: 'x' }, { after: '-1' }, { after: '1', cursor: '1' }];
  for (const query of wrong) {
    await expect(listInbox(asMember, query)).rejects.toMatchObject({ code: 'bad_input' });
  }
});

test('catching up while others send loses nothing and repeats nothing', async ({
  world,
  tenant,
  asOwner,
  asMember,
}) => {
  const sent: string[] = [];
  const got: string[] = [];
  let isOver = false;
  // Four who send at the same time, and their jobs run beside each other.
  const senders = [0, 1, 2, 3].map(async (who) => {
    for (let n = 0; n < 8; n += 1) {
      const title = `${who}-${n}`;
      sent.push(title);
      await asOwner.db.write((tx) =>
        notify(tx, { userIds: [tenant.people.member.id], kind: 'membership', title }),
      );
      if (Math.random() < 0.7) await drain(world);
    }
  });
  const reader = (async () => {
    for (let after = '0'; ; ) {
      const wasOver = isOver;
      const page = await listInbox(asMember, { after, limit: 1 + Math.floor(Math.random() * 4) });
      got.push(...titlesOf(page).toReversed());
      after = String(page.newest);
      if (wasOver && page.items.length === 0) return;
    }
  })();
  await Promise.all(senders);
  await drain(world);
  isOver = true;
  await reader;
  expect(got).toHaveLength(sent.length);
  expect([...got].sort()).toEqual([...sent].sort());
  const all = await listInbox(asMember, { limit: 100 });
  expect(titlesOf(all).toReversed(), 'in the order of the inbox').toEqual(got);
});

test('a look that shows nothing counts nothing as seen', async ({ world, asOwner, asMember }) => {
  await send(world, asOwner, ['Only counted']);
  const seen = async () => {
    const [row] = await world.owner`
      select count(seen_at)::int as n from notification_receipts where user_id = ${asMember.viewer.userId}`;
    return row?.n;
  };
  expect(titlesOf(await listInbox(asMember, { limit: 1, peek: true }))).toEqual(['Only counted']);
  expect(await seen()).toBe(0);
  await listInbox(asMember);
  expect(await seen()).toBe(1);
});
