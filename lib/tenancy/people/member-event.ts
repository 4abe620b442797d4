import type { ScopedTx } from '../../db/scoped-tx';
import { type EventOrigin, recordEvents } from '../../events/record-event';
import { rightsTag } from '../cache-tags';
import { type Member, roleWords } from './member';

type MemberEventType =
  | 'member.added'
  | 'member.removed'
  | 'member.updated'
  | 'member.deactivated'
  | 'member.reactivated';

/** Tells what has become of somebody in a tenant, in the transaction of the change (N14). */
export function tellOfMember(
  tx: ScopedTx,
  origin: EventOrigin,
  { type, tenantId, member, more = {} }: MemberEvent,
): Promise<void> {
  return recordEvents(tx, origin, [
    {
      type,
      tenantId,
      subjectId: member.id,
      payload: {
        resource: 'members',
        label: member.name,
        role: roleWords(member),
        userId: member.userId,
        ...more,
      },
      cacheTags: [rightsTag(tenantId)],
    },
  ]);
}

interface MemberEvent {
  type: MemberEventType;
  tenantId: string;
  member: Pick<Member, 'id' | 'userId' | 'name' | 'role' | 'roleName'>;
  more?: { changes?: Record<string, [unknown, unknown]>; isNew?: boolean };
}
