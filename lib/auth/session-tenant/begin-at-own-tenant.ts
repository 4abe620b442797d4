import { sessionsNameTenants } from '../../tenancy/tenant-address';
import { listOwnTenants } from '../list-own';
import { type Chooser, chooseTenant } from './choose-tenant';

/**
 * After signing in on the root host: makes it the tenant's at which the person wants to begin, where
 * a session may name the tenant (S2.20). One that is closed, or not theirs any more, is passed over.
 */
export async function beginAtOwnTenant(chooser: Chooser, requestId: string): Promise<void> {
  if (!sessionsNameTenants()) return;
  const own = (await listOwnTenants(chooser.sid)).find(({ isDefault }) => isDefault);
  if (own) await chooseTenant(chooser, { tenantId: own.id, claim: 'own' }, requestId);
}
