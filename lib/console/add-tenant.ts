import { hashPassword } from '../auth/hash-password';
import { type CreatedTenant, createTenant } from '../tenancy/create-tenant';
import type { NewTenant } from '../tenancy/new-tenant';
import type { PlatformContext } from './platform-context';

/**
 * Makes a tenant from the console, see createTenant.
 *
 * @throws InvalidInput by field.
 */
export function addTenant(ctx: PlatformContext, input: NewTenant): Promise<CreatedTenant> {
  const { db, actor, requestId } = ctx;
  return createTenant(db, input, { hashPassword, actor, requestId });
}
