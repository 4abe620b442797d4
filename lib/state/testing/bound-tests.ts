import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Store } from './state-suite';

/** How long things are kept, and how many. */
export function boundTests(store: Store): void {
  test('an entry ends by its own time; what ended can be added and counted anew', async () => {
    await store().setMany(
      [
        ['a', 1],
        ['b', 5],
      ],
      { seconds: 0.05 },
    );
    await store().set('c', 1);
    await pause(80);
    expect(await store().get('a')).toBeUndefined();
    expect(await store().keys()).toEqual(['c']);
    expect(await store().delete('a')).toBe(false);
    expect(await store().touch('a')).toBe(false);
    expect(await store().add('a', 2)).toBe(true);
    expect(await store().incr('b')).toBe(1);
  });

  test('counting up keeps the time, touching gives new time', async () => {
    await store().incr('count', 1, { seconds: 0.3 });
    await store().set('kept', 1, { seconds: 0.3 });
    await store().incr('count', 1, { seconds: 60 });
    expect(await store().touch('kept', 60)).toBe(true);
    await pause(350);
    expect(await store().get('count')).toBeUndefined();
    expect(await store().get('kept')).toBe(1);
  });

  test('there are no more than there may be, and the newest are among them', async () => {
    const small = store('acme', { mostKeys: 20 });
    for (let n = 0; n < 60; n += 1) await small.set(`k${n}`, n);
    const keys = await small.keys();
    expect(keys.length).toBeLessThanOrEqual(22);
    expect(keys).toContain('k59');
    expect(await small.get('k59')).toBe(59);
    expect(keys).not.toContain('k0');
    expect(await small.get('k0')).toBeUndefined();
  });

  test('lists no more keys than were asked for', async () => {
    await store().setMany(Array.from({ length: 30 }, (_, n) => [`k${n}`, n]));
    expect(await store().keys({ limit: 10 })).toHaveLength(10);
  });
}
