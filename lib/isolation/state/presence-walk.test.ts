import { expect, test } from 'vitest';
import { memoryPresence } from '../../presence/memory/memory-store';
import { leaksOf } from '../recorder';
import { presenceSaboteurs } from '../saboteurs/presence-saboteurs';
import { noticeOf } from '../saboteurs/run-saboteurs';
import { walkPresence } from './presence-walk';

const tenant = (id: string, slug: string) => ({ id, slug, name: slug, word: slug, domains: [] });
const tenants = {
  acme: tenant('11111111-2222-4333-8444-555555555551', 'acme'),
  globex: tenant('11111111-2222-4333-8444-555555555552', 'globex'),
};

test('the rooms of a tenant are its own', async () => {
  const report = await walkPresence(tenants, { stores: { memory: memoryPresence() } });
  expect(leaksOf(report)).toEqual([]);
  expect(report.items.find(({ item }) => item === 'memory')?.attempts).toBeGreaterThan(150);
});

test.each(presenceSaboteurs.map((one) => [one.did, one] as const))(
  '%s is noticed',
  async (_, one) => {
    expect(noticeOf(one, await one.run({ tenants } as never))).not.toBeNull();
  },
);
