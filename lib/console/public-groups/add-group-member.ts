import { eq } from 'drizzle-orm';
import { publicGroupMembers, users } from '../../db/schema/platform';
import { InvalidInput } from '../../errors';
import type { PlatformContext } from '../platform-context';
import { lockPublicGroup } from './find-public-group';
import { recordMembership } from './record-membership';

/** Of somebody by their account, or by their address. */
export type PersonKey = { userId: string } | { email: string };

export interface AddedMember {
  name: string;
  /** False for who was in the group before. */
  isNew: boolean;
}

/**
 * Adds somebody to a group across tenants, with an event that names both. The database counts the
 * group's epoch up and has browsers ask for their channels anew.
 *
 * @throws InvalidInput (`email`) for nobody, and for who may not sign in; AppError not_found for a
 *   group that is not there.
 */
export async function addGroupMember(
  ctx: PlatformContext,
  groupId: string,
  key: PersonKey,
): Promise<AddedMember> {
  return ctx.db.write(async (tx) => {
    const { id, name, email, isActive } = users;
    const isThem = 'userId' in key ? eq(id, key.userId) : eq(email, key.email.trim().toLowerCase());
    // Held, and before the group, as an account that is deactivated holds them: it leaves its groups
    // by that, and must not come in behind it.
    const [person] = await tx
      .select({ id, name, email, isActive })
      .from(users)
      .where(isThem)
      .for('share');
    const group = await lockPublicGroup(tx, groupId);
    if (!person) throw refused('Nobody has an account with this email.');
    if (!person.isActive) throw refused(`${person.name} cannot sign in.`);
    const added = await tx
      .insert(publicGroupMembers)
      .values({ groupId: group.id, userId: person.id })
      .onConflictDoNothing()
      .returning({ userId: publicGroupMembers.userId });
    const isNew = added.length > 0;
    if (isNew)
      await recordMembership(tx, ctx, { type: 'public-group.member-added', group, person });
    return { name: person.name, isNew };
  });
}

function refused(words: string): InvalidInput {
  return new InvalidInput({ email: [words] });
}
