import type { ResourceLook } from '@/app/_screens/screen-types';
import { auditFilters } from '@/lib/admin/audit-filters';
import type { MemberContext } from '@/lib/auth/viewer';
import { lookOf } from './admin-place';

/** What the admin adds to the list of a resource; the audit log offers what can be filtered by. */
export async function listLook(ctx: MemberContext, resource: string): Promise<ResourceLook> {
  const look = lookOf(resource);
  return resource === 'audit' ? { ...look, filterChoices: await auditFilters(ctx) } : look;
}
