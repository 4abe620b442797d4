import { expect, test } from 'vitest';
import { presenceChannel } from '../names/presence-channel';
import { newRoom } from './new-room';
import type { Presence } from './presence-suite';

/** Who comes, stays and goes, as one process sees it. */
export function operationTests(presence: Presence): void {
  test('whoever joins is listed with meta, in the order they came', async () => {
    const room = newRoom();
    const joined = await presence().join(room, 'ada', { name: 'Ada' });
    expect(joined.isFirst).toBe(true);
    await presence().join(room, 'bob', { name: 'Bob', at: { line: 3 } });
    const people = await presence().list(room);
    expect(people).toMatchObject([
      { userId: 'ada', meta: { name: 'Ada' }, connections: 1, since: joined.since },
      { userId: 'bob', meta: { name: 'Bob', at: { line: 3 } }, connections: 1 },
    ]);
    expect(await presence().count(room)).toBe(2);
    expect(await presence().list(newRoom())).toEqual([]);
    expect(await presence().count(newRoom())).toBe(0);
  });

  test('a person in two tabs is there once, and gone when the last one goes', async () => {
    const room = newRoom();
    const { since } = await presence().join(room, 'ada', { tab: 1 }, { connection: '1.1' });
    const second = await presence().join(room, 'ada', { tab: 2 }, { connection: '2.2' });
    expect(second).toEqual({ isFirst: false, since });
    expect(await presence().count(room)).toBe(1);
    expect(await presence().list(room)).toEqual([
      { userId: 'ada', meta: { tab: 2 }, since, connections: 2 },
    ]);
    expect(await presence().leave(room, 'ada', { connection: '2.2' })).toBe(false);
    expect(await presence().list(room)).toEqual([
      { userId: 'ada', meta: { tab: 1 }, since, connections: 1 },
    ]);
    expect(await presence().leave(room, 'ada', { connection: '1.1' })).toBe(true);
    expect(await presence().list(room)).toEqual([]);
  });

  test('a person stays since they came, though the first tab goes', async () => {
    const room = newRoom();
    const { since } = await presence().join(room, 'ada', {}, { connection: 'a' });
    await presence().join(room, 'ada', {}, { connection: 'b' });
    await presence().leave(room, 'ada', { connection: 'a' });
    expect((await presence().join(room, 'ada', {}, { connection: 'c' })).since).toEqual(since);
    expect((await presence().list(room))[0]?.since).toEqual(since);
  });

  test('joining once more brings meta up to date, and it counts as the latest', async () => {
    const room = newRoom();
    await presence().join(room, 'ada', { v: 1 }, { connection: 'a' });
    await presence().join(room, 'ada', { v: 2 }, { connection: 'b' });
    const again = await presence().join(room, 'ada', { v: 3 }, { connection: 'a' });
    expect(again.isFirst).toBe(false);
    expect(await presence().list(room)).toMatchObject([{ meta: { v: 3 }, connections: 2 }]);
  });

  test('without a connection, all of a person’s leave', async () => {
    const room = newRoom();
    for (const connection of ['a', 'b', 'c']) {
      await presence().join(room, 'ada', {}, { connection });
    }
    await presence().join(room, 'bob');
    expect(await presence().leave(room, 'ada')).toBe(true);
    expect((await presence().list(room)).map(({ userId }) => userId)).toEqual(['bob']);
  });

  test('whoever is not there neither leaves nor shows life', async () => {
    const room = newRoom();
    await presence().join(room, 'ada', {}, { connection: 'a' });
    expect(await presence().leave(room, 'bob')).toBe(false);
    expect(await presence().leave(room, 'ada', { connection: 'b' })).toBe(false);
    expect(await presence().heartbeat(room, 'bob')).toBe(false);
    expect(await presence().heartbeat(room, 'ada')).toBe(false);
    expect(await presence().heartbeat(room, 'ada', { connection: 'a' })).toBe(true);
    expect(await presence().count(room)).toBe(1);
  });

  test('the tenant as a whole is a place like a room', async () => {
    const { isFirst } = await presence().join(null, 'ada');
    expect(isFirst).toBe(true);
    expect(await presence().count(null)).toBe(1);
    expect(await presence('globex').count(null)).toBe(0);
    expect(await presence().leave(null, 'ada')).toBe(true);
  });

  test('a room too long for a channel is found by its channel while somebody is in it', async () => {
    const room = `${newRoom()}:${'ü'.repeat(60)}`;
    await presence().join(room, 'ada');
    const channel = presenceChannel(presence().tenantId, room);
    expect(await presence().findRoom(channel)).toBe(room);
    expect(await presence('globex').findRoom(channel)).toBeNull();
    expect(await presence().list(room)).toHaveLength(1);
    await presence().leave(room, 'ada');
    expect(await presence().findRoom(channel)).toBeNull();
  });

  test('a room whose channel says its name is found though nobody is in it', async () => {
    const channel = presenceChannel(presence().tenantId, 'document:123');
    expect(await presence().findRoom(channel)).toBe('document:123');
    expect(await presence('globex').findRoom(channel)).toBeNull();
    expect(await presence().findRoom('presence-org-x')).toBeNull();
  });

  test('lists no more people than were asked for, those who came first', async () => {
    const room = newRoom();
    for (let n = 0; n < 12; n += 1) await presence().join(room, `user-${n}`);
    const people = await presence().list(room, { limit: 5 });
    expect(people).toHaveLength(5);
    expect(people[0]?.userId).toBe('user-0');
  });

  test.each([
    ['text', 'x', 'JSON object'],
    ['a list', [1], 'JSON object'],
    ['nothing', null, 'JSON object'],
    ['what JSON has no word for', { n: 1n }, 'JSON object'],
    ['what says it is something else', { toJSON: () => 1 }, 'JSON object'],
    ['more than 1 KB', { x: 'ü'.repeat(510) }, '1 KB'],
  ])('refuses %s for meta', async (_, meta, fault) => {
    const joined = presence().join(newRoom(), 'ada', meta as never);
    await expect(joined).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining(fault),
    });
  });

  test.each(['', 'a b', 'a|b', 'a:b', 'a\n', 'x'.repeat(129), 7, null])(
    'refuses %j for a person, and for a connection',
    async (id) => {
      const refused = { code: 'bad_input' };
      const other = { connection: id as string };
      await expect(presence().join('a', id as string)).rejects.toMatchObject(refused);
      await expect(presence().leave('a', id as string)).rejects.toMatchObject(refused);
      await expect(presence().heartbeat('a', id as string)).rejects.toMatchObject(refused);
      await expect(presence().leave('a', 'ada', other)).rejects.toMatchObject(refused);
    },
  );

  test.each(['', 'a::b', 'a\0'])('refuses %j for a room', async (room) => {
    const refused = { code: 'bad_input' };
    await expect(presence().join(room, 'ada')).rejects.toMatchObject(refused);
    await expect(presence().list(room)).rejects.toMatchObject(refused);
    await expect(presence().count(room)).rejects.toMatchObject(refused);
  });

  test('meta comes back as it was, whatever is in it', async () => {
    const room = newRoom();
    const meta = { name: 'ü🔑\0\ud800"\\/', __proto: 1, n: 1.5, list: [], empty: {}, no: null };
    await presence().join(room, '__proto__', meta, { connection: '__proto__' });
    await presence().join(room, 'constructor', meta, { connection: '1' });
    expect((await presence().list(room)).map((one) => one.meta)).toEqual([meta, meta]);
  });

  test('is healthy', async () => {
    expect(await presence().health()).toMatchObject({ isUp: true });
  });
}
