import { expect } from 'vitest';
import type { TenantContext } from '../../tenancy/tenant';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { dropSitePicture } from './drop-site-picture';

const test = tenantTest({ per: 'file', rows: async () => {} });
const picture = (n: number) => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${n}`, fileName: `${n}.png` },
  ...{ width: 10, height: 10 },
});
const run = (ctx: TenantContext, subjectId: string | null) =>
  dropSitePicture.run(ctx, { event: { subjectId } } as never);

test('a site is without the logo or icon whose picture was deleted, and tells so once', async ({
  world: { owner },
  asOwner,
  tenant,
  other,
}) => {
  const settings = { theme: 'dark', logo: picture(1), favicon: picture(2), later: true };
  await owner`update platform.tenants set settings = ${owner.json(settings)}`;
  const read = async (id = tenant.id) =>
    (await owner`select settings from platform.tenants where id = ${id}`)[0]?.settings;
  const events = () => owner`
    select payload -> 'changes' as changes, to_json(cache_tags) as tags from platform.events
    where type = 'tenant.updated' and tenant_id = ${tenant.id} order by id`;

  for (const id of [null, picture(3).id]) await run(asOwner, id);
  expect(await read()).toEqual(settings);
  expect(await events()).toEqual([]);

  await run(asOwner, picture(1).id);
  await run(asOwner, picture(1).id);
  expect(await read()).toEqual({ ...settings, logo: null });
  expect(await events()).toEqual([
    { changes: { logo: [picture(1).id, null] }, tags: [`t:${tenant.id}`] },
  ]);
  expect(await read(other.id), 'a picture of the same id elsewhere is another one').toEqual(
    settings,
  );
});
