import { expect } from 'vitest';
import { tags } from '../../db/schema/tenant';
import { tenantTest } from './tenant-test';

const test = tenantTest({ keep: true, rows: async () => {} });
const seen: string[] = [];

test('a test leaves its tenants', ({ tenant, other }) => {
  seen.push(tenant.id, other.id);
});

test('to the next, which has its own, empty where nothing is to fill them', async ({
  world: { owner },
  tenant,
  asOwner,
}) => {
  expect(seen).not.toContain(tenant.id);
  const rows = await owner`select id from platform.tenants where id in ${owner(seen)}`;
  expect(rows).toHaveLength(2);
  expect(await asOwner.db.read((tx) => tx.select().from(tags))).toEqual([]);
});
