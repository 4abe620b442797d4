import { findTenant } from '../../tenancy/get-tenant';
import type { TenantInfo } from '../../tenancy/tenant';
import { platformOrigin } from '../../tenancy/tenant-address';
import { tenantSettingsSchema } from '../../tenancy/tenant-settings';

/** In whose name and colour a mail about an account goes out, and where its links lead. */
export interface MailSender extends Pick<TenantInfo, 'name' | 'settings'> {
  /** Scheme and host without a slash: the installation's own, never what a request said. */
  home: string;
}

/**
 * The tenant on whose host somebody asked, or the platform.
 *
 * @returns null for a tenant that is gone.
 */
export async function findSender(tenantId: string | null): Promise<MailSender | null> {
  if (tenantId === null) return platformSender();
  const tenant = await findTenant(tenantId);
  return tenant && { name: tenant.name, settings: tenant.settings, home: tenant.homeUrl };
}

/** The platform, where accounts are. */
export function platformSender(): MailSender {
  return { name: 'Tenantry', settings: tenantSettingsSchema.parse({}), home: platformOrigin() };
}
