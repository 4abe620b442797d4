import './next-environment';
import { expect, test } from 'vitest';
import { leaksOf } from '../recorder';
import { walkKeys } from './key-walk';
import { walkTags } from './next-walk';

const tenant = (id: string, slug: string) => ({ id, slug, name: slug, word: slug, domains: [] });
const tenants = {
  acme: tenant('11111111-2222-4333-8444-555555555551', 'acme'),
  globex: tenant('11111111-2222-4333-8444-555555555552', 'globex'),
};

test('the application’s keys and tags keep tenants apart', async () => {
  expect(leaksOf(await walkKeys(tenants))).toEqual([]);
  expect(leaksOf(walkTags(tenants))).toEqual([]);
});

test('a key that forgets the tenant is found', async () => {
  const report = await walkKeys(tenants, (_, name, args) => [name, JSON.stringify(args)]);
  expect(leaksOf(report).length).toBeGreaterThan(0);
});
