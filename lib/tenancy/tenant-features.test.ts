import { expect, test } from 'vitest';
import { mockTenant } from '../testing/mock-tenant';
import { publicTenant } from './public-tenant';
import { featuresInput, hasFeature } from './tenant-features';

const withFlags = (features: unknown) => mockTenant({ settings: { features } });

test('known flags are on until they are switched off, others off until they are on', () => {
  const plain = mockTenant();
  expect(['feed', 'topics', 'beta'].map((flag) => hasFeature(plain, flag))).toEqual([
    ...[true, true, false],
  ]);
  const tenant = withFlags({ topics: false, beta: true });
  expect(['feed', 'topics', 'beta'].map(tenant.hasFeature)).toEqual([true, false, true]);
});

test.each(['toString', 'constructor', '__proto__', ''])('%j is no flag of anybody', (flag) => {
  expect(mockTenant().hasFeature(flag)).toBe(false);
});

test('what is no flag in the stored settings is passed over, and the rest is kept', () => {
  const { features } = withFlags({
    ...{ feed: false, topics: 'no', beta: true, count: 3, 'a b': true },
    ['x'.repeat(41)]: true,
  }).settings;
  expect(features).toEqual({ feed: false, topics: true, beta: true });
  for (const given of ['all', null, [true]]) {
    expect(withFlags(given).settings.features).toEqual({ feed: true, topics: true });
  }
});

test('people and programs may add flags, and are told what is none', () => {
  const known = { feed: true, topics: false };
  expect(featuresInput.parse({ ...known, beta: true })).toEqual({ ...known, beta: true });
  for (const wrong of [{ beta: 'yes' }, { 'a b': true }, { ['x'.repeat(41)]: true }]) {
    expect(featuresInput.safeParse({ ...known, ...wrong }).success).toBe(false);
  }
  expect(featuresInput.safeParse({ feed: true }).success).toBe(false);
});

test('browsers get what pages show, and nothing else', () => {
  const tenant = mockTenant({
    metadata: { contract: 'secret' },
    settings: { allowedOrigins: ['https://cdn.example.com'], apiKey: 'secret', features: {} },
  });
  const shown = publicTenant(tenant);
  expect(Object.keys(shown).sort()).toEqual([
    ...['brandColor', 'features', 'footerLinks', 'headerLinks', 'locale', 'name', 'origin'],
    ...['slug', 'theme', 'timeZone'],
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/secret|cdn\.example/);
});
