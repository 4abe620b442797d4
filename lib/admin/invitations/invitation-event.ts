import type { ScopedTx } from '../../db/scoped-tx';
import { recordEvents } from '../../events/record-event';
import type { ResourceContext } from '../../resources/resource-context';

interface Told {
  id: string;
  email: string;
  /** What the role is called. */
  role?: string;
  /** It was sent before. */
  again?: boolean;
}

/** Tells of invitations, in the transaction of the change. The mail is written because of it. */
export function tellOfInvitations(
  tx: ScopedTx,
  ctx: ResourceContext,
  type: 'invitation.sent' | 'invitation.revoked',
  list: Told[],
): Promise<void> {
  return recordEvents(
    tx,
    ctx,
    list.map(({ id, email, ...more }) => ({
      type,
      tenantId: ctx.tenant?.id ?? null,
      subjectId: id,
      payload: { resource: 'invitations', label: email, ...more },
      cacheTags: [],
    })),
  );
}
