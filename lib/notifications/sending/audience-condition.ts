import { and, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import { groupMembers, memberships } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import type { KeptAudience } from '../audience';

/** Of memberships: those an audience means, and that count at this moment. Deactivated ones never do. */
export function audienceCondition(tx: ScopedTx, audience: KeptAudience): SQL | undefined {
  const { except } = audience;
  return and(
    isNull(memberships.deactivatedAt),
    except ? ne(memberships.userId, except) : undefined,
    isMeant(tx, audience),
  );
}

function isMeant(tx: ScopedTx, audience: KeptAudience): SQL | undefined {
  if ('all' in audience) return undefined;
  if ('users' in audience) return inArray(memberships.userId, audience.users);
  const inGroup = tx
    .select({ id: groupMembers.membershipId })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, audience.group));
  return inArray(memberships.id, inGroup);
}
