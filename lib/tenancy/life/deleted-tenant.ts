import { env } from '../../env';
import type { NewEvent } from '../../events/record-event';
import { demoTenantsTag, hostTag, tenantTag } from '../cache-tags';

/** What is said of a tenant that was deleted just now. */
export interface DeletedTenant {
  name: string;
  /** What it was called, which is free again. */
  slug: string;
  /** What it was until then. */
  status: 'active' | 'suspended' | 'maintenance';
  /** What its row is called from now on: `ownerid-timestamp-slug` (S4.15). */
  deletedSlug: string;
  /** Free again, too. */
  domains: string[];
  /** How many people belonged to it. */
  people: number;
  ownerId: string;
  /** ISO time from which it can be destroyed. */
  purgeAt: string;
}

/** How long a deleted tenant can be restored, in seconds. */
export function graceSeconds(): number {
  return env().TENANT_GRACE_DAYS * 86_400;
}

/** Tells of it; every host that led to it leads nowhere now. */
export function deletionEvent(id: string, deleted: DeletedTenant, reason: string): NewEvent {
  const { name, slug, status, domains, people, ownerId, purgeAt } = deleted;
  return {
    type: 'tenant.deleted',
    subjectId: id,
    payload: {
      ...{ resource: 'tenants', label: name, slug, domains, people, ownerId, purgeAt, reason },
      changes: { status: [status, 'deleted'] },
    },
    cacheTags: deletionTags(id, deleted),
  };
}

/** What is stale once a tenant was deleted. */
export function deletionTags(id: string, { slug, domains }: DeletedTenant): string[] {
  return [tenantTag(id), hostTag(slug), ...domains.map(hostTag), demoTenantsTag];
}
