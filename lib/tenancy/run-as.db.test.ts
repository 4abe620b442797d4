import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { sealAudit } from '../audit/seal-audit';
import { MixedScopes } from '../db/mixed-scopes';
import { tags } from '../db/schema/tenant';
import { TenantNotFound, WrongTenant } from '../errors';
import type { MadeTenant } from '../testing/make-tenant';
import { prepareTenants } from '../testing/prepare-tenants';
import { current } from './context';
import { runAsPlatform } from './run-as-platform';
import { runAsTenant } from './run-as-tenant';

const world = prepareTenants(['acme', 'globex', 'initech', 'umbrella']);
const acme = () => world.tenants[0] as MadeTenant;
afterEach(() => world.owner`update platform.tenants set status = 'active'`);

describe('runAsTenant', () => {
  test('takes an id, a slug or a domain', async () => {
    await world.owner`
      insert into platform.domains (tenant_id, hostname, verified_at)
      values (${acme().id}, 'blog.acme.test', now())`;
    for (const ref of [acme().id, 'acme', 'blog.acme.test']) {
      const slug = await runAsTenant(ref, ({ tenant }) => tenant.slug, { client: world.client });
      expect(slug).toBe('acme');
    }
  });
  test.each(['nobody', 'nobody.test', '00000000-0000-4000-8000-000000000000', ''])(
    '%j is nobody',
    async (ref) => {
      const run = runAsTenant(ref, () => 'ran', { client: world.client });
      await expect(run).rejects.toThrow(TenantNotFound);
    },
  );
  test('a deleted tenant is nobody, a suspended one is let in', async () => {
    await world.owner`update platform.tenants set status = 'deleted' where slug = 'acme'`;
    await world.owner`update platform.tenants set status = 'suspended' where slug = 'globex'`;
    const statusOf = (slug: string) =>
      runAsTenant(slug, ({ tenant }) => tenant.status, { client: world.client });
    await expect(statusOf('acme')).rejects.toThrow(TenantNotFound);
    expect(await statusOf('globex')).toBe('suspended');
  });
  test('the same tenant inside goes on with the same context, another one throws', async () => {
    const inside = await runAsTenant(
      'acme',
      async (ctx) => {
        await expect(runAsTenant('globex', () => 1, { client: world.client })).rejects.toThrow(
          WrongTenant,
        );
        const again = await runAsTenant('acme', (inner) => inner);
        return again === ctx && (await runAsTenant(acme().id, (inner) => inner)) === ctx;
      },
      { client: world.client, actor: { id: acme().id, name: 'Ada' } },
    );
    expect(inside).toBe(true);
  });
});

/** What a request does, with waits and a retry between its queries. */
async function visit(turn: number): Promise<string | null> {
  const tenant = world.tenants[turn % world.tenants.length] as MadeTenant;
  const readName = async (): Promise<string | undefined> => {
    const rows = await current().db.read((tx) => tx.select().from(tags));
    return rows.length === 1 ? rows[0]?.name : `${rows.length} rows`;
  };
  return runAsTenant(
    tenant.slug,
    async () => {
      const before = await readName();
      await pause(turn % 4);
      const failed = await current()
        .db.write(async (tx) => {
          await tx.update(tags).set({ name: 'wrong' }).where(eq(tags.slug, 'news'));
          throw new Error('undo');
        })
        .catch(readName);
      const both = await Promise.all([readName(), pause(turn % 3).then(readName)]);
      const names = [before, failed, ...both, current().tenant.slug];
      return names.every((name) => name === tenant.slug) ? null : `${tenant.slug}: ${names}`;
    },
    { client: world.client },
  );
}

test('200 interleaved visits of four tenants on three connections never mix', async () => {
  const faults = await Promise.all(Array.from({ length: 200 }, (_, turn) => visit(turn)));
  expect(faults.filter((fault) => fault !== null)).toEqual([]);
});

describe('runAsPlatform', () => {
  test('puts its reason on record before it begins, and seals it into the audit log', async () => {
    const ada = { id: acme().id, name: 'Ada' };
    const failing = runAsPlatform(
      '  yearly\ncount ',
      async ({ db, reason }) => {
        const rows =
          await world.owner`select type, tenant_id, actor_name, payload from platform.events`;
        expect(rows.at(-1)).toMatchObject({
          ...{ type: 'platform.entered', tenant_id: null, actor_name: 'Ada' },
          payload: { label: 'yearly count' },
        });
        expect(reason).toBe('yearly count');
        await db.read((tx) => tx.select().from(tags));
        throw new Error('half way');
      },
      { actor: ada },
    );
    await expect(failing).rejects.toThrow('half way');
    await sealAudit(null, world.client);
    const [sealed] = await world.owner`
      select label, actor_name from platform.audit_log where type = 'platform.entered'`;
    expect(sealed).toEqual({ label: 'yearly count', actor_name: 'Ada' });
  });
  test.each(['', ' \n '])('refuses the reason %j and runs nothing', async (reason) => {
    const run = runAsPlatform(reason, async () => expect.fail('it ran'));
    await expect(run).rejects.toMatchObject({
      code: 'bad_input',
      fields: { reason: [expect.stringMatching(/why/)] },
    });
  });
  test('cannot begin inside a tenant', async () => {
    const inside = runAsTenant('acme', () => runAsPlatform('no', async () => 1), {
      client: world.client,
    });
    await expect(inside).rejects.toThrow(MixedScopes);
  });
});
