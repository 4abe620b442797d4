import { expect, test } from 'vitest';
import { memoryEngine } from '../../state/memory-engine';
import { leaksOf } from '../recorder';
import { noticeOf } from '../saboteurs/run-saboteurs';
import { stateSaboteurs } from '../saboteurs/state-saboteurs';
import { walkState } from './state-walk';

const tenant = (id: string, slug: string) => ({ id, slug, name: slug, word: slug, domains: [] });
const tenants = {
  acme: tenant('11111111-2222-4333-8444-555555555551', 'acme'),
  globex: tenant('11111111-2222-4333-8444-555555555552', 'globex'),
};

test('the application’s keys and operations keep tenants apart', async () => {
  const report = await walkState(tenants, { engines: { memory: memoryEngine() } });
  expect(leaksOf(report)).toEqual([]);
  expect(report.items.find(({ item }) => item === 'memory cache')?.attempts).toBeGreaterThan(300);
});

test.each(stateSaboteurs.map((one) => [one.did, one] as const))('%s is noticed', async (_, one) => {
  expect(noticeOf(one, await one.run({ tenants } as never))).not.toBeNull();
});
