import { notFound } from 'next/navigation';
import { sessionsNameTenants } from '../tenancy/tenant-address';

/** Where addresses name the tenants there is nothing to choose: no such page, no such action. */
export function requireSessionTenants(): void {
  if (!sessionsNameTenants()) notFound();
}
