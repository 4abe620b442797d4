import { expect, test } from 'vitest';
import { newRoom } from './new-room';
import type { Presence } from './presence-suite';

const hostile = [
  '*',
  '../globex',
  'people',
  '~p:all',
  '{a}',
  '?',
  '\\',
  '%',
  "'; drop table x; --",
];

/** Tenants do not see each other; processes do, and agree. */
export function apartTests(presence: Presence): void {
  test.each(hostile.map((part) => [part]))(
    'no operation reaches the other tenant’s room %j',
    async (part) => {
      const room = `${newRoom()}:${part}`;
      await presence('globex').join(room, 'ada', { secret: true });
      const theirs = await presence('globex').list(room);
      expect(await presence().list(room)).toEqual([]);
      expect(await presence().count(room)).toBe(0);
      expect(await presence().heartbeat(room, 'ada')).toBe(false);
      expect(await presence().leave(room, 'ada')).toBe(false);
      expect((await presence().join(room, 'ada', { own: true })).isFirst).toBe(true);
      expect(await presence().leave(room, 'ada')).toBe(true);
      await presence().cleanupStale();
      expect(await presence('globex').list(room)).toEqual(theirs);
    },
  );

  test('rooms that look alike are several', async () => {
    const room = newRoom();
    const alike = [room, `${room}:a`, `${room}.a`, `${room}=3Aa`, `${room} `, room.toUpperCase()];
    for (const one of alike) await presence().join(one, 'ada');
    for (const one of alike) expect(await presence().count(one)).toBe(1);
    await presence().leave(room, 'ada');
    expect(await presence().count(`${room}:a`)).toBe(1);
  });

  test('what one process writes, another sees', async () => {
    const room = newRoom();
    const elsewhere = presence('acme', { second: true });
    await presence().join(room, 'ada', {}, { connection: 'a' });
    expect(await elsewhere.count(room)).toBe(1);
    expect(await elsewhere.heartbeat(room, 'ada', { connection: 'a' })).toBe(true);
    expect(await elsewhere.leave(room, 'ada', { connection: 'a' })).toBe(true);
    expect(await presence().count(room)).toBe(0);
  });

  test('of many tabs that come at once one is the first, and of all that go one the last', async () => {
    const room = newRoom();
    const tabs = Array.from({ length: 16 }, (_, n) => ({ connection: `tab-${n}` }));
    const at = (n: number) => presence('acme', { second: n % 2 > 0 });
    const joined = await Promise.all(tabs.map((by, n) => at(n).join(room, 'ada', { n }, by)));
    expect(joined.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    expect(new Set(joined.map(({ since }) => since.getTime())).size).toBe(1);
    expect(await presence().list(room)).toMatchObject([{ connections: 16 }]);
    const left = await Promise.all(tabs.map((by, n) => at(n).leave(room, 'ada', by)));
    expect(left.filter(Boolean)).toHaveLength(1);
    expect(await presence().count(room)).toBe(0);
  });

  test('people who come and go in two processes at once leave nobody behind', async () => {
    const room = newRoom();
    const people = Array.from({ length: 24 }, (_, n) => `user-${n}`);
    await Promise.all(
      people.map(async (userId, n) => {
        const [here, there] = [n % 2 > 0, n % 2 === 0];
        await presence('acme', { second: here }).join(room, userId);
        await presence('acme', { second: there }).heartbeat(room, userId);
        if (n % 3 > 0) await presence('acme', { second: there }).leave(room, userId);
      }),
    );
    const stayed = people.filter((_, n) => n % 3 === 0);
    const listed = (await presence().list(room)).map(({ userId }) => userId);
    expect(listed.sort()).toEqual(stayed.sort());
    expect(await presence().count(room)).toBe(stayed.length);
  });
}
