import { and, eq } from 'drizzle-orm';
import { publicGroupMembers, users } from '../../db/schema/platform';
import type { PlatformContext } from '../platform-context';
import { lockPublicGroup } from './find-public-group';
import { recordMembership } from './record-membership';

/**
 * Takes somebody out of a group across tenants, with an event that names both. They hear nothing
 * that is said to it from then on.
 *
 * @returns false for who was not in it.
 * @throws AppError not_found for a group that is not there.
 */
export async function removeGroupMember(
  ctx: PlatformContext,
  groupId: string,
  userId: string,
): Promise<boolean> {
  return ctx.db.write(async (tx) => {
    const group = await lockPublicGroup(tx, groupId);
    const { id, name, email } = users;
    const isTheirs = and(
      eq(publicGroupMembers.groupId, group.id),
      eq(publicGroupMembers.userId, userId),
    );
    const gone = await tx
      .delete(publicGroupMembers)
      .where(isTheirs)
      .returning({ id: publicGroupMembers.userId });
    const [person] = await tx.select({ id, name, email }).from(users).where(eq(id, userId));
    if (gone.length === 0 || !person) return false;
    await recordMembership(tx, ctx, { type: 'public-group.member-removed', group, person });
    return true;
  });
}
