import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PointStore } from './point-store';
import { rateLimitKey } from './rate-limit-key';
import { requestLimits } from './request-limits';
import { tenantRequestLimit } from './tenant-request-limit';

const acme = '11111111-2222-4333-8444-555555555551';
const globex = '11111111-2222-4333-8444-555555555552';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** A store in the test's own memory, which counts how often it was asked. */
function countingStore() {
  const used = new Map<string, number>();
  const asked: string[] = [];
  const store: PointStore = async ({ key, points, limit }) => {
    asked.push(key);
    await Promise.resolve();
    const before = used.get(key) ?? 0;
    const granted = Math.max(0, Math.min(points, limit - before));
    used.set(key, before + granted);
    return { granted, left: limit - before - granted, waitSeconds: 60 };
  };
  return { store, asked, used };
}

function limitsOf(most: number | null, points = 1000, { store } = countingStore()) {
  return requestLimits({ store, points, ofTenant: async (id) => (id === acme ? most : null) });
}

async function allowed(
  limits: ReturnType<typeof requestLimits>,
  count: number,
  subject = 'person a',
) {
  const all = Array.from({ length: count }, () =>
    limits.take({ tenantId: acme, subject }).then(
      () => 1,
      () => 0,
    ),
  );
  return (await Promise.all(all)).reduce<number>((sum, one) => sum + one, 0);
}

test('the key names tenant and person', () => {
  expect(rateLimitKey(acme, 'person a')).toBe(`rate_limit:${acme}:person a`);
  expect(rateLimitKey(null, 'person a')).toBe('rate_limit:platform:person a');
});

describe('one process', () => {
  test('lets as many through as are allowed, and says what is left', async () => {
    const limits = limitsOf(null, 3);
    const ask = () => limits.take({ tenantId: acme, subject: 'person a' });
    for (const remaining of ['2', '1', '0']) {
      expect(await ask()).toEqual({
        'ratelimit-limit': '3',
        'ratelimit-remaining': remaining,
        'ratelimit-reset': '60',
      });
    }
    await expect(ask()).rejects.toMatchObject({
      code: 'too_many',
      message: 'Too many requests. Try again in 60 seconds.',
      headers: { 'retry-after': '60', 'ratelimit-remaining': '0' },
    });
    expect(await limits.take({ tenantId: acme, subject: 'person b' })).toMatchObject({
      'ratelimit-remaining': '2',
    });
  });

  test.each([1, 19, 20, 100, 333])('of many at once exactly %i', async (most) => {
    expect(await allowed(limitsOf(most), 400)).toBe(most);
  });

  test('after the minute it begins anew', async () => {
    const used = countingStore();
    const limits = limitsOf(5, 1000, used);
    expect(await allowed(limits, 9)).toBe(5);
    vi.setSystemTime(Date.now() + 61_000);
    used.used.clear();
    expect(await allowed(limits, 9)).toBe(5);
  });

  test('the tighter of both limits is told', async () => {
    const limits = limitsOf(10);
    expect(await limits.take({ tenantId: acme, subject: 'person a' })).toMatchObject({
      'ratelimit-limit': '10',
    });
    expect(await limits.take({ tenantId: globex, subject: 'person a' })).toMatchObject({
      'ratelimit-limit': '1000',
    });
  });

  test('who asks little never asks the store, and a flood hardly ever', async () => {
    const counting = countingStore();
    const limits = limitsOf(1000, 1000, counting);
    expect(await allowed(limits, 40)).toBe(40);
    expect(counting.asked).toEqual([]);
    await allowed(limits, 5000);
    // Twenty loans for the tenant, twenty for the person, and one more each that is refused.
    expect(counting.asked.length).toBeLessThanOrEqual(42);
  });
});

test('one tenant’s flood leaves the others what is theirs', async () => {
  const limits = limitsOf(50);
  await allowed(limits, 500);
  for (let n = 0; n < 8000; n += 1) {
    await limits.take({ tenantId: acme, subject: `address ${n}` }).catch(() => {});
  }
  const answer = await limits.take({ tenantId: globex, subject: 'person a' });
  expect(answer['ratelimit-remaining']).toBe('999');
});

test('two processes share what is left, and go over by a twentieth at most', async () => {
  const shared = countingStore();
  const [one, two] = [limitsOf(100, 1000, shared), limitsOf(100, 1000, shared)];
  const through = (await Promise.all([allowed(one, 200), allowed(two, 200)])).reduce(
    (a, b) => a + b,
  );
  expect(through).toBeGreaterThanOrEqual(100);
  expect(through).toBeLessThanOrEqual(105);
});

test('without a store the process counts for itself', async () => {
  const store: PointStore = () => Promise.reject(new Error('away'));
  expect(await allowed(limitsOf(50, 1000, { ...countingStore(), store }), 200)).toBe(50);
});

describe('a tenant’s limit', () => {
  test('is read once for many who ask, and holds anew two seconds after a change', async () => {
    const read = vi.fn(async () => 10);
    const limit = tenantRequestLimit(read);
    expect(await Promise.all([limit(acme), limit(acme), limit(acme)])).toEqual([10, 10, 10]);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockResolvedValue(20);
    expect(await limit(acme)).toBe(10);
    vi.setSystemTime(Date.now() + 2001);
    await limit(acme);
    await vi.waitFor(async () => expect(await limit(acme)).toBe(20));
  });

  test('stays as it was while it cannot be read', async () => {
    const read = vi.fn(async () => 10);
    const limit = tenantRequestLimit(read);
    await limit(acme);
    read.mockRejectedValue(new Error('away'));
    vi.setSystemTime(Date.now() + 2001);
    expect(await limit(acme)).toBe(10);
    expect(await tenantRequestLimit(read)(globex)).toBeNull();
  });

  test('that is raised lets through who was refused', async () => {
    let most = 2;
    const limits = requestLimits({ ...countingStore(), ofTenant: async () => most });
    expect(await allowed(limits, 5)).toBe(2);
    most = 4;
    expect(await allowed(limits, 5)).toBe(2);
  });
});
