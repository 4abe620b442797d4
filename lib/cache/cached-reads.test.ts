import { describe, expect, test, vi } from 'vitest';
import { NoTenantBound } from '../errors';
import { hostTag, postsTag, tenantTag } from '../tenancy/cache-tags';
import { cachedReadKey, createCachedReads, maxAgeSeconds } from './cached-reads';

const acme = '11111111-1111-4111-8111-111111111111';
const globex = '22222222-2222-4222-8222-222222222222';

/** A store with the driver's shape: remembers by key, and tells what it was asked to do. */
function fakeCache() {
  const kept = new Map<string, unknown>();
  const asked: { tags?: string[]; revalidate?: number | false }[] = [];
  const cache = (read: () => Promise<unknown>, key: string[], options: (typeof asked)[number]) => {
    asked.push(options);
    return async () => {
      const name = JSON.stringify(key);
      if (!kept.has(name)) kept.set(name, await read());
      return kept.get(name);
    };
  };
  return { cache: cache as never, asked };
}

describe('a cached read', () => {
  test('is made once for a tenant, a name and its arguments', async () => {
    const cached = createCachedReads(fakeCache().cache);
    const read = vi.fn(async () => 'value');
    for (let turn = 0; turn < 3; turn += 1) await cached({ tenantId: acme, name: 'n', read });
    expect(read).toHaveBeenCalledTimes(1);
    await cached({ tenantId: acme, name: 'other', read });
    await cached({ tenantId: acme, name: 'n', args: [2], read });
    expect(read).toHaveBeenCalledTimes(3);
  });
  test('is never shared by two tenants', async () => {
    const cached = createCachedReads(fakeCache().cache);
    const readAs = (tenantId: string) =>
      cached({ tenantId, name: 'n', read: async () => tenantId });
    expect(await readAs(acme)).toBe(acme);
    expect(await readAs(globex)).toBe(globex);
    expect(await readAs(acme)).toBe(acme);
  });
  test("carries its tenant's tag and the finer ones, and ends after a while", async () => {
    const { cache, asked } = fakeCache();
    const cached = createCachedReads(cache);
    await cached({ tenantId: acme, name: 'n', tags: [postsTag(acme)], read: async () => 1 });
    expect(asked).toEqual([{ tags: [tenantTag(acme), postsTag(acme)], revalidate: maxAgeSeconds }]);
  });
});

describe('refused', () => {
  const cached = createCachedReads(fakeCache().cache);
  const read = async () => 1;
  test('a read of no tenant', () => {
    expect(() => cached({ tenantId: '', name: 'n', read })).toThrow(NoTenantBound);
  });
  test.each([postsTag(globex), hostTag('acme.test'), 'posts'])('the foreign tag %s', (tag) => {
    const attempt = () => cached({ tenantId: acme, name: 'n', tags: [tag], read });
    expect(attempt).toThrow('does not belong to the tenant');
  });
});

describe('keys', () => {
  type Pair = [string, (string | number | boolean | null)[]];
  test.each<[string, Pair, Pair]>([
    ['a number and its text', ['n', [1]], ['n', ['1']]],
    ['arguments that run together', ['n', ['a', 'b']], ['n', ['ab']]],
    ['a comma within', ['n', ['a,b']], ['n', ['a', 'b']]],
    ['nothing and null', ['n', []], ['n', [null]]],
    ['a name that holds arguments', ['n["a"]', []], ['n', ['a']]],
  ])('differ for %s', (_name, one, other) => {
    expect(cachedReadKey(acme, ...one)).not.toEqual(cachedReadKey(acme, ...other));
  });
});
