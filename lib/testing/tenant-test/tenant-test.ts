import { test as base } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import { clearTenant } from './clear-tenant';
import { enterAs } from './enter-as';
import { plainRows } from './plain-rows';
import { makeTestTenant, type TestTenant } from './test-tenant';
import { openTestWorld, type TestWorld } from './test-world';

export interface TenantTestOptions {
  /** Tenants of their own for each test, cleared away behind it; or the same two for the whole file. */
  per?: 'test' | 'file';
  /** Clears nothing, and leaves the database on a server of your own (DATABASE_ADMIN_URL). */
  keep?: boolean;
  /** Fills each tenant, as its owner; a tag and two posts unless given. */
  rows?: (ctx: MemberContext) => Promise<unknown>;
}

/**
 * Vitest's `test` with tenants in a real database (S3.45), for files named `*.db.test.ts`. The file
 * gets one migrated database; only what a test names is made.
 *
 * - `tenant`, `other`: two tenants made as in production, with the same kinds of rows.
 * - `asOwner`, `asEditor`, `asMember`: contexts of people of `tenant`, as doors build them.
 * - `asStranger`: the owner of `other`, signed in at `tenant` where they are nobody.
 * - `world`: the database, as the application and as the owner role.
 */
export function tenantTest({
  per = 'test',
  keep = false,
  rows = plainRows,
}: TenantTestOptions = {}) {
  // Vitest wants to know the scope from the type; what holds for a file holds for a test.
  const scope = { scope: per } as { scope: 'file' };
  const make = async (
    { ownerDb, owner, client }: TestWorld,
    word: string,
    onCleanup: (fn: () => Promise<void>) => void,
  ): Promise<TestTenant> => {
    const tenant = await makeTestTenant(ownerDb, word);
    // With the file its database goes as well.
    if (per === 'test' && !keep) onCleanup(() => clearTenant(owner, tenant));
    await rows(await enterAs(tenant.people.owner, tenant.id, client));
    return tenant;
  };
  return (
    base
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads the wanted fixtures from it
      .extend('world', { scope: 'file' }, async ({}, { onCleanup }) => {
        const world = await openTestWorld(keep);
        onCleanup(world.close);
        return world;
      })
      .extend('other', scope, ({ world }, { onCleanup }) => make(world, 'Other', onCleanup))
      // Never alone: a leak must have somewhere to come from.
      .extend('tenant', scope, ({ world, other: _ }, { onCleanup }) =>
        make(world, 'Tenant', onCleanup),
      )
      .extend('asOwner', scope, ({ world, tenant }) =>
        enterAs(tenant.people.owner, tenant.id, world.client),
      )
      .extend('asEditor', scope, ({ world, tenant }) =>
        enterAs(tenant.people.editor, tenant.id, world.client),
      )
      .extend('asMember', scope, ({ world, tenant }) =>
        enterAs(tenant.people.member, tenant.id, world.client),
      )
      .extend('asStranger', scope, ({ world, tenant, other }) =>
        enterAs(other.people.owner, tenant.id, world.client),
      )
  );
}
