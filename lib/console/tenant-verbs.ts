import { eq } from 'drizzle-orm';
import { tenants } from '../db/schema/platform';
import { InvalidInput, TenantNotFound } from '../errors';
import { deleteTenant } from '../tenancy/life/delete-tenant';
import type { DeletedTenant } from '../tenancy/life/deleted-tenant';
import { deletionTags } from '../tenancy/life/deleted-tenant';
import { renameTenant } from '../tenancy/life/rename-tenant';
import { type RestoreOptions, restoreTenant } from '../tenancy/life/restore-tenant';
import { type TransferOptions, transferTenant } from '../tenancy/life/transfer-tenant';
import { beginMaintenance, type MaintenancePlan } from '../tenancy/maintenance/begin-maintenance';
import type { PlatformContext } from './platform-context';

/**
 * What the console does to a tenant's life besides suspending it. Each gives the tags of what is
 * stale from then on, and throws what the verb itself does.
 */
export function tenantVerbs({ db, actor, requestId }: PlatformContext) {
  const origin = { actor, requestId };
  return {
    close: (id: string, plan: MaintenancePlan) => beginMaintenance(db, id, { ...plan, ...origin }),
    rename: (id: string, slug: string) => renameTenant(db, id, { slug, ...origin }),
    /** @param typed - its slug, typed by hand, where a click is not enough. */
    remove: async (
      id: string,
      { reason, typed }: { reason: string; typed?: string },
    ): Promise<DeletedTenant & { cacheTags: string[] }> => {
      if (typed !== undefined) await requireSlug(db, id, typed);
      const deleted = await deleteTenant(db, id, { reason, ...origin });
      return { ...deleted, cacheTags: deletionTags(id, deleted) };
    },
    /** @param typed - its slug, as in `remove`. */
    transfer: async (id: string, { typed, ...options }: TransferOptions & { typed?: string }) => {
      if (typed !== undefined) await requireSlug(db, id, typed, 'give it away');
      return transferTenant(db, id, { ...options, ...origin });
    },
    restore: (id: string, options: RestoreOptions) =>
      restoreTenant(db, id, { ...options, ...origin }),
  };
}

async function requireSlug(
  { read }: PlatformContext['db'],
  id: string,
  typed: string,
  what = 'delete it',
) {
  const [row] = await read((tx) =>
    tx.select({ slug: tenants.slug }).from(tenants).where(eq(tenants.id, id)),
  );
  if (!row) throw new TenantNotFound('There is no such tenant.');
  if (row.slug !== typed.trim()) {
    throw new InvalidInput({ slug: [`Type “${row.slug}” to ${what}.`] });
  }
}
