import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env } from '../env';
import type { Job } from '../jobs/handler';
import { drawnBytes } from '../testing/drawn-bytes';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import type { MediaContext } from './media-context';
import { removeFiles } from './remove-files-job';
import { removeTenantFiles } from './remove-tenant-files-job';
import { storePicture } from './store-picture';

let tenants: TwoTenants;
let folder: string;
beforeAll(async () => {
  tenants = await openTwoTenants();
  folder = await mkdtemp(join(tmpdir(), 'media-'));
  env().DATA_DIR = folder;
});
afterAll(async () => {
  await tenants.close();
  await rm(folder, { recursive: true, force: true });
});

type Slug = 'acme' | 'globex';
const ctxOf = (slug: Slug) => tenants[slug].ctx as unknown as MediaContext;
const kept = (slug: Slug) => readdir(join(folder, 'media', tenants[slug].id)).catch(() => []);
const job = (subjectId: string | null, tenantId: string | null = null) =>
  ({ event: { subjectId }, tenantId }) as Job;

async function upload(slug: Slug, color: string): Promise<string> {
  const file = { bytes: await drawnBytes(color), fileName: 'a.png', alt: '' };
  return (await storePicture(ctxOf(slug), file)).picture.id;
}

test('the files of a deleted picture go, and no others', async () => {
  const [gone, stays] = [await upload('acme', 'red'), await upload('acme', 'blue')];
  const theirs = await upload('globex', 'red');
  await tenants.owner`delete from media where id = ${gone}`;
  const run = (id: string | null) => removeFiles.run(ctxOf('acme') as never, job(id));
  for (const id of [gone, gone, stays, theirs]) await run(id);
  expect(await kept('acme'), 'one that is there after all keeps its files').toEqual([stays]);
  expect(await kept('globex'), 'another tenant’s are out of reach').toEqual([theirs]);
  await expect(run(null)).rejects.toMatchObject({ name: 'PermanentFailure' });
});

test('nothing of a destroyed tenant stays, and only the platform says which', async () => {
  await upload('acme', 'green');
  const { id } = tenants.acme;
  await expect(removeTenantFiles.run(job(id, tenants.globex.id))).rejects.toMatchObject({
    name: 'PermanentFailure',
  });
  expect(await kept('acme')).not.toEqual([]);
  await removeTenantFiles.run(job(id));
  expect(await kept('acme')).toEqual([]);
  expect(await kept('globex')).not.toEqual([]);
});
