import { expect } from 'vitest';
import { tagsResource } from '@/lib/admin/resources/tags';
import { tags } from '@/lib/db/schema/tenant';
import { updateRecord } from '@/lib/resources/update-record';
import { tenantTest } from '@/lib/testing/tenant-test/tenant-test';

const test = tenantTest();

test('an editor renames a tag, a member and a stranger do not', async ({
  asEditor,
  asMember,
  asStranger,
}) => {
  const [tag] = await asEditor.db.read((tx) => tx.select().from(tags));
  const rename = (ctx: typeof asEditor, name: string) =>
    updateRecord(ctx, tagsResource, tag?.id ?? '', null, { name });

  await rename(asEditor, 'Fresh');
  await expect(rename(asMember, 'Mine')).rejects.toThrow('You may not change tags.');
  await expect(rename(asStranger, 'Mine')).rejects.toThrow('You may not change tags.');

  const names = await asEditor.db.read((tx) => tx.select({ name: tags.name }).from(tags));
  expect(names).toEqual([{ name: 'Fresh' }]);
});

test('nothing of it reaches the other tenant', async ({ asOwner, other, world }) => {
  await asOwner.db.write((tx) => tx.update(tags).set({ name: 'Fresh' }));
  const theirs = await world.owner`select name from tags where tenant_id = ${other.id}`;
  expect(theirs).toEqual([{ name: `News of ${other.name}` }]);
});
