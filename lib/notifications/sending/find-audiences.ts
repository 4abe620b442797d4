import { and, asc, count, eq, ilike, isNull, or } from 'drizzle-orm';
import { groupMembers, groups, memberships } from '../../db/schema/platform';
import { demandSender, type SenderContext } from './sender-context';

/** A group that can be written to. */
export interface AudienceGroup {
  id: string;
  name: string;
  /** Who is in it and counts at this moment. */
  members: number;
}

/**
 * The groups of the tenant that a broadcast can be for, by name.
 *
 * @throws AppError forbidden for who may not send.
 */
export async function listAudienceGroups(ctx: SenderContext): Promise<AudienceGroup[]> {
  demandSender(ctx);
  const isActive = and(
    eq(memberships.id, groupMembers.membershipId),
    isNull(memberships.deactivatedAt),
  );
  return ctx.db.read((tx) =>
    tx
      .select({ id: groups.id, name: groups.name, members: count(memberships.id) })
      .from(groups)
      .leftJoin(groupMembers, eq(groupMembers.groupId, groups.id))
      .leftJoin(memberships, isActive)
      .groupBy(groups.id, groups.name)
      .orderBy(asc(groups.name)),
  );
}

/** Somebody who can be written to; the id is that of the account, as audiences take it. */
export interface AudiencePerson {
  userId: string;
  name: string;
  email: string;
}

const shown = 20;

/**
 * Active members whose name or address holds a text, for a picker.
 *
 * @throws AppError forbidden for who may not send.
 */
export async function findAudiencePeople(
  ctx: SenderContext,
  text: string,
): Promise<AudiencePerson[]> {
  demandSender(ctx);
  const { userId, name, email } = memberships;
  const pattern = `%${text
    .trim()
    .slice(0, 100)
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
  return ctx.db.read((tx) =>
    tx
      .select({ userId, name, email })
      .from(memberships)
      .where(
        and(isNull(memberships.deactivatedAt), or(ilike(name, pattern), ilike(email, pattern))),
      )
      .orderBy(asc(name), asc(memberships.id))
      .limit(shown),
  );
}
