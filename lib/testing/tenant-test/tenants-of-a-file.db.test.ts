import { expect } from 'vitest';
import { tagsResource } from '../../admin/resources/tags';
import { tags } from '../../db/schema/tenant';
import { createRecord } from '../../resources/create-record';
import { tenantTest } from './tenant-test';

const test = tenantTest({
  per: 'file',
  rows: (ctx) => createRecord(ctx, tagsResource, { name: 'Mine' }),
});
const seen: string[] = [];

test('what one test changes', async ({ tenant, asOwner }) => {
  seen.push(tenant.id);
  await createRecord(asOwner, tagsResource, { name: 'More' });
});

test('is there for the next', async ({ tenant, asOwner, asStranger }) => {
  expect(seen).toEqual([tenant.id]);
  const rows = await asOwner.db.read((tx) => tx.select().from(tags));
  expect(rows.map(({ name }) => name).sort()).toEqual(['Mine', 'More']);
  expect(asStranger.tenant.id).toBe(tenant.id);
});
