import type { PlatformTx } from '../../db/platform-tx';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import type { PublicGroup } from './find-public-group';
import type { GroupPerson } from './list-group-members';

interface Membership {
  type: 'public-group.member-added' | 'public-group.member-removed';
  group: PublicGroup;
  person: GroupPerson;
}

/**
 * Writes down who came to a group across tenants or left it. Under `to` and `from` people are known
 * to the audit log, which takes the name out of an entry when it is erased.
 */
export async function recordMembership(
  tx: PlatformTx,
  origin: EventOrigin,
  { type, group, person: { id, name, email } }: Membership,
): Promise<void> {
  const isAdded = type === 'public-group.member-added';
  await recordEvents(tx, origin, [
    {
      ...{ type, tenantId: null, subjectId: group.id },
      payload: {
        ...{ resource: 'public-groups', label: group.name },
        [isAdded ? 'to' : 'from']: { id, name, email },
        changes: { member: isAdded ? [null, name] : [name, null] },
      },
      cacheTags: [],
    },
  ]);
}
