import type { PlacedEvent } from '../../events/record-event';
import { rightsTag, tenantTag } from '../cache-tags';

interface Party {
  id: string;
  name: string;
  email: string;
}

/** A tenant that has changed hands. */
export interface Transfer {
  from: Party & {
    /** Still a member, as an admin: they are in a group (N13). */
    belongs: boolean;
    /** Was a member until now. */
    left: boolean;
  };
  to: Party;
  /** The new owner was no member before. */
  isNew: boolean;
}

/** As the database answers. */
export type Moved = Transfer & { name: string; slug: string };

/** What is stale once a tenant has changed hands. */
export function transferTags(tenantId: string): string[] {
  return [tenantTag(tenantId), rightsTag(tenantId)];
}

/** What is told of it: the transfer itself, and who came and went by it. */
export function transferEvents(
  tenantId: string,
  { name, slug, from, to, isNew }: Moved,
): PlacedEvent[] {
  const parties = { from: partyOf(from), to: partyOf(to) };
  const changes: Record<string, [unknown, unknown]> = { owner: [from.name, to.name] };
  const payload = { resource: 'tenants', label: name, slug, ...parties, changes };
  const cacheTags = transferTags(tenantId);
  const member = (type: 'member.added' | 'member.removed', party: Party, more: object) => ({
    ...{ type, tenantId, subjectId: party.id, cacheTags: [] },
    payload: { resource: 'members', label: party.name, ...more },
  });
  return [
    { type: 'tenant.transferred', tenantId, subjectId: tenantId, payload, cacheTags },
    ...(isNew ? [member('member.added', to, { role: 'owner', isNew: false })] : []),
    ...(from.left ? [member('member.removed', from, { role: 'owner' })] : []),
  ];
}

function partyOf({ id, name, email }: Party): Party {
  return { id, name, email };
}
