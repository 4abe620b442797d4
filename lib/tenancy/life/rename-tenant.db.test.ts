import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleDb } from '../../db/console-db';
import type { PlatformDb } from '../../db/platform-tx';
import { type ConsoleTrial, consoleTrial } from '../../testing/console-trial';
import { findTenantId } from '../find-tenant-id';
import { provisionTenant } from '../provisioning/provision-tenant';
import { deleteTenant } from './delete-tenant';
import { renameTenant } from './rename-tenant';

let trial: ConsoleTrial;
let db: PlatformDb;
beforeAll(async () => {
  trial = await consoleTrial();
  db = consoleDb(await trial.openSession(trial.root), trial.client);
});
afterAll(() => trial.end());

const idOf = (slug: string) => findTenantId({ kind: 'slug', slug }, trial.client);
const provision = (slug: string) =>
  provisionTenant(
    db,
    { slug, name: slug, ownerEmail: `${slug}@owner.test` },
    { hashPassword: async () => 'no hash' },
  );

describe('in this order, acme', () => {
  test('is called otherwise, and its old name leads to it', async () => {
    const renamed = await renameTenant(db, trial.acme.id, { slug: ' Acme-Two ' });
    expect(renamed).toMatchObject({ before: 'acme', slug: 'acme-two' });
    expect(renamed.cacheTags).toEqual(
      expect.arrayContaining([`t:${trial.acme.id}`, 'host:acme', 'host:acme-two']),
    );
    expect(await Promise.all([idOf('acme'), idOf('acme-two')])).toEqual([
      trial.acme.id,
      trial.acme.id,
    ]);
    const [event] = await trial.owner`
      select payload -> 'changes' as changes from platform.events where type = 'tenant.renamed'`;
    expect(event?.changes).toEqual({ slug: ['acme', 'acme-two'] });
  });
  test('keeps its old name: nobody else can be made or called so', async () => {
    const made = await provision('acme').catch((error) => error);
    expect([made.name, made.fields.slug[0]]).toEqual([
      'ExistsError',
      'Another tenant had this address until lately.',
    ]);
    const called = await renameTenant(db, trial.globex.id, { slug: 'acme' }).catch((e) => e);
    expect(called.name).toBe('ExistsError');
    expect(await idOf('globex')).toBe(trial.globex.id);
  });
  test('is called as before again, without leading in a circle', async () => {
    await renameTenant(db, trial.acme.id, { slug: 'acme' });
    const rows = await trial.owner`select slug from platform.former_slugs`;
    expect(rows).toEqual([{ slug: 'acme-two' }]);
    expect(await idOf('acme-two')).toBe(trial.acme.id);
  });
  test('loses a name that it had long ago to who takes it', async () => {
    await trial.owner`update platform.former_slugs set kept_until = now() - interval '1 minute'`;
    expect(await idOf('acme-two')).toBe(trial.acme.id);
    const made = await provision('acme-two');
    expect(await idOf('acme-two')).toBe(made.tenant.id);
    expect(await trial.owner`select slug from platform.former_slugs`).toEqual([]);
  });
  test('is left as it is by the name it has', async () => {
    expect((await renameTenant(db, trial.acme.id, { slug: 'acme' })).cacheTags).toEqual([]);
  });
  test('frees its old names when it is deleted', async () => {
    await renameTenant(db, trial.acme.id, { slug: 'acme-three' });
    await deleteTenant(db, trial.acme.id, { reason: 'a test' });
    expect(await Promise.all([idOf('acme'), idOf('acme-three')])).toEqual([null, null]);
    await provision('acme');
  });
  test('cannot be renamed once it is deleted', async () => {
    const renamed = renameTenant(db, trial.acme.id, { slug: 'risen' });
    await expect(renamed).rejects.toThrow('There is no such tenant.');
  });
});

test.each(['admin', 'a b', 'xn--x', ''])('“%s” is no name', async (slug) => {
  const refused = await renameTenant(db, trial.globex.id, { slug }).catch((error) => error);
  expect(Object.keys(refused.fields)).toEqual(['slug']);
});

test('a name that somebody else has is taken', async () => {
  await provision('taken');
  const refused = await renameTenant(db, trial.globex.id, { slug: 'taken' }).catch((e) => e);
  expect([refused.name, refused.code]).toEqual(['ExistsError', 'conflict']);
});
