import type { tenants } from '../db/schema/platform';
import { redactPayload } from '../events/redact-payload';
import type { TenantInfo, TenantRow } from './tenant';
import { homeOf, homeUrlOf, originOf } from './tenant-address';
import { tenantSettingsSchema } from './tenant-settings';

/**
 * Makes a tenant of its row: defaults filled in, addresses worked out, nothing in it that a cache
 * could not carry or a log should not show.
 *
 * @param primaryDomain - the verified domain it chose; without one its slug's host.
 */
export function tenantInfo(
  row: typeof tenants.$inferSelect,
  primaryDomain: string | null = null,
): TenantInfo {
  const origin = originOf(primaryDomain ?? homeOf(row.slug).hostname);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name.trim() || row.slug,
    status: row.status as TenantInfo['status'],
    settings: tenantSettingsSchema.parse(row.settings),
    metadata: row.metadata,
    placement: { schema: row.schemaName },
    primaryHost: origin.replace(/^https?:\/\//, ''),
    origin,
    homeUrl: homeUrlOf(row.slug, primaryDomain),
    basePath: '',
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    maintenance: row.status === 'maintenance' ? maintenanceOf(row) : null,
    raw: redactPayload(JSON.parse(JSON.stringify(row)) as TenantRow),
  };
}

/** Without the key that opens it. */
function maintenanceOf({ maintenance }: typeof tenants.$inferSelect): TenantInfo['maintenance'] {
  if (!maintenance) return null;
  const { id, message, since, until } = maintenance;
  return { id, message, since, until };
}
