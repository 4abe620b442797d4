import { expect, test } from 'vitest';
import type { Store } from './state-suite';

const values = [
  null,
  0,
  '',
  false,
  'text',
  1.5,
  [1, [2]],
  { a: { b: null } },
  'ü\0\ud800"\\',
  2 ** 53,
];

/** Every operation of S3.12, as one process uses it. */
export function operationTests(store: Store): void {
  test.each(values.map((value) => [JSON.stringify(value), value]))('keeps %s', async (_, value) => {
    await store().set('one', value);
    expect(await store().get('one')).toEqual(value);
    expect(await store().has('one')).toBe(true);
  });

  test('gives the fallback for what is not there, and says so', async () => {
    expect(await store().get('none')).toBeUndefined();
    expect(await store().get('none', 'usual')).toBe('usual');
    expect(await store().has('none')).toBe(false);
    expect(await store().delete('none')).toBe(false);
    expect(await store().touch('none')).toBe(false);
  });

  test.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a bigint', 1n],
  ])('refuses %s, which would come back as something else', async (_, value) => {
    await expect(store().set('one', value)).rejects.toThrow('"one" cannot be kept');
  });

  test('refuses what is too large, no key, and no time', async () => {
    await expect(store().set('one', 'x'.repeat(1_100_000))).rejects.toThrow('over 1 MB');
    await expect(store().set('', 1)).rejects.toThrow('not empty');
    await expect(store().set('one', 1, { seconds: 0 })).rejects.toThrow('delete it');
  });

  test('adds only where there is nothing', async () => {
    expect(await store().add('one', 1)).toBe(true);
    expect(await store().add('one', 2)).toBe(false);
    expect(await store().get('one')).toBe(1);
    await store().delete('one');
    expect(await store().add('one', 3)).toBe(true);
  });

  test('of many who add the same at once one wins', async () => {
    const tries = Array.from({ length: 20 }, (_, n) =>
      store('acme', { second: n % 2 > 0 }).add('one', n),
    );
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  test('counts up and down, from nothing too, and loses none of many at once', async () => {
    expect(await store().incr('count')).toBe(1);
    expect(await store().incr('count', 4)).toBe(5);
    expect(await store().decr('count', 7)).toBe(-2);
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => store('acme', { second: n % 2 > 0 }).incr('count')),
    );
    expect(await store().get('count')).toBe(38);
  });

  test.each([
    ['a text', 'x'],
    ['a fraction', 1.5],
    ['a list', [1]],
    ['the end', Number.MAX_SAFE_INTEGER],
  ])('does not count up from %s, and leaves it', async (_, value) => {
    await store().set('one', value);
    await expect(store().incr('one')).rejects.toThrow('no whole number');
    expect(await store().get('one')).toEqual(value);
  });

  test('many at once: what is there by the names that were asked for', async () => {
    const long = 'k'.repeat(5000);
    await store().setMany(
      new Map<string, unknown>([
        ['a', 1],
        ['__proto__', 2],
        [long, 3],
        ['a', 4],
      ]),
    );
    const found = await store().getMany(['a', 'none', '__proto__', long]);
    expect([...found]).toEqual([
      ['a', 4],
      ['__proto__', 2],
      [long, 3],
    ]);
    expect(await store().deleteMany(['a', 'none', long])).toBe(2);
    expect(await store().keys()).toEqual(['__proto__']);
    expect(await store().getMany([])).toEqual(new Map());
    await store().setMany([]);
  });

  test('thousands at once', async () => {
    const list = Array.from({ length: 1300 }, (_, n): [string, number] => [`k${n}`, n]);
    const large = store('acme', { mostKeys: 5000 });
    await large.setMany(list);
    const found = await large.getMany(list.map(([key]) => key));
    expect([...found.values()]).toEqual(list.map(([, n]) => n));
    expect(await large.deleteMany(list.map(([key]) => key))).toBe(1300);
  });

  test('makes a value once for all who miss it, and keeps no failure', async () => {
    let made = 0;
    const make = async () => {
      made += 1;
      return { n: made };
    };
    const all = await Promise.all(Array.from({ length: 10 }, () => store().getOrSet('one', make)));
    expect(all.every(({ n }) => n === 1)).toBe(true);
    expect(await store().getOrSet('one', make)).toEqual({ n: 1 });
    await expect(store().getOrSet('two', () => Promise.reject(new Error('away')))).rejects.toThrow(
      'away',
    );
    expect(await store().getOrSet('two', () => 2)).toBe(2);
  });

  test('keeps nothing that was deleted while it was being made', async () => {
    for (const forget of ['delete', 'clear', 'set'] as const) {
      const made = await store().getOrSet('one', async () => {
        if (forget === 'set') await store().set('one', 'newer');
        else await store()[forget]('one');
        return 'old';
      });
      expect(made).toBe('old');
      expect(await store().get('one')).toBe(forget === 'set' ? 'newer' : undefined);
    }
  });
}
