import { expect, test } from 'vitest';
import type { Store } from './state-suite';

const hostile = [
  '*',
  'a:*',
  ':cache:',
  '../globex',
  'a\nb',
  'a\0b',
  '\ud800',
  'ключ',
  '🔑',
  "'; drop table x; --",
  'k'.repeat(100_000),
  '~token',
  '~ends',
  '__proto__',
  'constructor',
  '{a}',
  '[a-z]',
  '?',
  '\\',
];

/** Tenants and spaces do not see each other, whatever the keys look like. */
export function apartTests(store: Store): void {
  test('every operation leaves the other tenant and the other space as they are', async () => {
    const others = [store('globex'), store('acme', { space: 'session' })];
    for (const other of others) {
      await other.clear();
      await other.setMany([
        ['one', 'theirs'],
        ['count', 7],
      ]);
    }
    const own = store();
    expect(await own.get('one')).toBeUndefined();
    expect(await own.keys()).toEqual([]);
    expect(await own.has('one')).toBe(false);
    expect(await own.getMany(['one', 'count'])).toEqual(new Map());
    expect(await own.touch('one', 0.01)).toBe(false);
    expect(await own.delete('one')).toBe(false);
    expect(await own.deleteMany(['one', 'count'])).toBe(0);
    expect(await own.add('one', 'mine')).toBe(true);
    expect(await own.incr('count')).toBe(1);
    expect(await own.decr('count', 5)).toBe(-4);
    expect(await own.getOrSet('two', () => 'made')).toBe('made');
    await own.setMany([['one', 'mine again']]);
    await own.clear();
    for (const other of others) {
      expect(await other.getMany(['one', 'count', 'two'])).toEqual(
        new Map<string, unknown>([
          ['one', 'theirs'],
          ['count', 7],
        ]),
      );
      await other.clear();
    }
  });

  test.each(hostile.map((key) => [JSON.stringify(key.slice(0, 20)), key]))(
    'the key %s is only a key',
    async (_, key) => {
      await store('globex').set('safe', 1);
      await store('globex').set(key, 'theirs');
      await store().set('safe', 2);
      expect(await store().get(key)).toBeUndefined();
      await store().set(key, 'mine');
      expect(await store().get(key)).toBe('mine');
      expect(await store().keys()).toHaveLength(2);
      expect(await store().delete(key)).toBe(true);
      expect(await store().get('safe')).toBe(2);
      expect(await store('globex').get(key)).toBe('theirs');
      expect(await store('globex').get('safe')).toBe(1);
    },
  );

  test('long keys that begin alike are two keys', async () => {
    const [a, b] = [`${'k'.repeat(300)}a`, `${'k'.repeat(300)}b`];
    await store().setMany([
      [a, 1],
      [b, 2],
    ]);
    expect([await store().get(a), await store().get(b)]).toEqual([1, 2]);
  });

  test('what one process writes or clears, another sees', async () => {
    await store().set('one', 1);
    expect(await store('acme', { second: true }).get('one')).toBe(1);
    await store('acme', { second: true }).clear();
    expect(await store().get('one')).toBeUndefined();
  });
}
