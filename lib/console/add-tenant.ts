import { hashPassword } from '../auth/hash-password';
import type { ProvisionInput } from '../tenancy/provisioning/provision';
import { type Provisioned, provisionTenant } from '../tenancy/provisioning/provision-tenant';
import type { PlatformContext } from './platform-context';

/**
 * Makes a tenant from the console, see provisionTenant.
 *
 * @throws InvalidInput by field.
 */
export function addTenant(ctx: PlatformContext, input: ProvisionInput): Promise<Provisioned> {
  const { db, actor, requestId } = ctx;
  return provisionTenant(db, input, { hashPassword, actor, requestId });
}
