import type { ResourceLook } from '@/app/_screens/screen-types';
import { auditFilters } from '@/lib/admin/audit-filters';
import { listWaitingSlugs } from '@/lib/admin/publishing/post-draft';
import { isAtTop } from '@/lib/admin/rights/rights-of';
import type { MemberContext } from '@/lib/auth/viewer';
import { lookOf } from './admin-place';

/**
 * What the admin adds to the list of a resource: the audit log offers what can be filtered by, members
 * what whoever looks may do with each, posts what waits at them.
 */
export async function listLook(ctx: MemberContext, resource: string): Promise<ResourceLook> {
  const look = lookOf(resource);
  if (resource === 'audit') return { ...look, filterChoices: await auditFilters(ctx) };
  if (resource === 'posts') return postLook(look, await listWaitingSlugs(ctx));
  return resource === 'members' ? { ...look, offers: memberVerbs(ctx) } : look;
}

/** What waits to be published is said under the title (D14). */
function postLook(look: ResourceLook, waiting: Set<string>): ResourceLook {
  const subtitle: ResourceLook['subtitle'] = (values) =>
    waiting.has(String(values.slug)) ? 'Changes not published' : look.subtitle?.(values);
  return { ...look, subtitle };
}

/** Owners and admins are the owners' to change, and oneself can only leave. */
function memberVerbs({ viewer }: MemberContext): ResourceLook['offers'] {
  const { membership } = viewer;
  return ({ id, values }, verb) => {
    if (id === membership?.id) return verb === 'remove';
    return isAtTop(membership) || (values.role !== 'owner' && values.role !== 'admin');
  };
}
