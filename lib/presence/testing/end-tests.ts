import { expect, test } from 'vitest';
import { mostConnections } from '../presence-store';
import { newRoom } from './new-room';
import type { Presence } from './presence-suite';

const blink = { seconds: 0.05 };
const patience = { interval: 10, timeout: 10_000 };

/** How long somebody is there without a sign of life. */
export function endTests(presence: Presence): void {
  const isEmpty = (room: string) => expect.poll(() => presence().count(room), patience).toBe(0);

  test('whoever shows no life is gone by themselves', async () => {
    const room = newRoom();
    const { since } = await presence('acme', blink).join(room, 'ada', { v: 1 });
    await isEmpty(room);
    expect(await presence().list(room)).toEqual([]);
    expect(await presence().heartbeat(room, 'ada')).toBe(false);
    expect(await presence().leave(room, 'ada')).toBe(false);
    const again = await presence().join(room, 'ada', { v: 2 });
    expect(again.isFirst).toBe(true);
    expect(again.since.getTime()).toBeGreaterThan(since.getTime());
    expect(await presence().list(room)).toMatchObject([{ meta: { v: 2 }, connections: 1 }]);
  });

  test('a heartbeat keeps the one it is of', async () => {
    const room = newRoom();
    const brief = presence('acme', { seconds: 1.5 });
    const { since } = await brief.join(room, 'ada', { tab: 'a' }, { connection: 'a' });
    await brief.join(room, 'ada', { tab: 'b' }, { connection: 'b' });
    await brief.join(room, 'bob');
    expect(await presence().heartbeat(room, 'ada', { connection: 'a' })).toBe(true);
    await expect
      .poll(() => presence().list(room), patience)
      .toEqual([{ userId: 'ada', meta: { tab: 'a' }, since, connections: 1 }]);
    expect(await presence().leave(room, 'ada', { connection: 'b' })).toBe(false);
    expect(await presence().leave(room, 'ada', { connection: 'a' })).toBe(true);
  });

  test('of more connections than a person may have, those give way that end soonest', async () => {
    const room = newRoom();
    await presence('acme', { seconds: 30 }).join(room, 'ada', {}, { connection: 'soonest' });
    for (let n = 1; n < mostConnections; n += 1) {
      await presence().join(room, 'ada', { n }, { connection: `tab-${n}` });
    }
    expect(await presence().list(room)).toMatchObject([{ connections: mostConnections }]);
    // Coming once more takes nobody's place.
    await presence().join(room, 'ada', {}, { connection: 'tab-1' });
    expect(await presence().list(room)).toMatchObject([{ connections: mostConnections }]);
    const more = await presence().join(room, 'ada', { more: true }, { connection: 'more' });
    expect(more.isFirst).toBe(false);
    expect(await presence().list(room)).toMatchObject([
      { connections: mostConnections, meta: { more: true } },
    ]);
    const by = (connection: string) => presence().heartbeat(room, 'ada', { connection });
    expect(await by('soonest')).toBe(false);
    expect(await by('tab-1')).toBe(true);
    expect(await by('more')).toBe(true);
  });

  test('a cleanup tells who is gone, once, and of nobody who is there', async () => {
    const [one, other, long] = [newRoom(), newRoom(), `${newRoom()}:${'x'.repeat(200)}`];
    await presence('acme', blink).join(one, 'ada', {}, { connection: 'a' });
    await presence('acme', blink).join(one, 'ada', {}, { connection: 'b' });
    await presence('acme', blink).join(long, 'ada');
    await presence('acme', blink).join(other, 'ada', {}, { connection: 'a' });
    await presence().join(other, 'ada', {}, { connection: 'b' });
    await presence().join(other, 'bob');
    await isEmpty(one);
    await isEmpty(long);
    const gone = await presence().cleanupStale();
    const ours = gone.filter(({ room }) => [one, other, long].includes(room ?? ''));
    expect(ours.map(({ room, userId }) => `${room} ${userId}`).sort()).toEqual(
      [`${one} ada`, `${long} ada`].sort(),
    );
    const told = (await presence().cleanupStale()).map(({ room }) => room);
    expect(told).not.toContain(one);
    expect(await presence().count(other)).toBe(2);
  });

  test('many go at once, and none of another tenant', async () => {
    const room = newRoom();
    const people = Array.from({ length: 620 }, (_, n) => `user-${n}`);
    const brief = { acme: presence('acme', blink), globex: presence('globex', blink) };
    await Promise.all(people.map((userId) => brief.acme.join(room, userId)));
    await brief.globex.join(room, 'theirs');
    await isEmpty(room);
    await expect.poll(() => presence('globex').count(room), patience).toBe(0);
    const gone = await presence().cleanupStale();
    const ours = new Set(gone.filter((one) => one.room === room).map(({ userId }) => userId));
    expect(ours).toEqual(new Set(people));
    const theirs = await presence('globex').cleanupStale();
    expect(theirs).toContainEqual({ room, userId: 'theirs' });
  });

  test('of two who clean up at once, each tells of others', async () => {
    const room = newRoom();
    const people = Array.from({ length: 40 }, (_, n) => `user-${n}`);
    await Promise.all(people.map((userId) => presence('acme', blink).join(room, userId)));
    await isEmpty(room);
    const both = await Promise.all([
      presence().cleanupStale(),
      presence('acme', { second: true }).cleanupStale(),
    ]);
    const told = both.flat().filter((one) => one.room === room);
    expect(told.map(({ userId }) => userId).sort()).toEqual([...people].sort());
  });
}
