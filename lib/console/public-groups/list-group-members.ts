import { and, asc, count, eq, gt, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { publicGroupMembers, users } from '../../db/schema/platform';
import type { PlatformContext } from '../platform-context';
import { findPublicGroup, type PublicGroup } from './find-public-group';

/** Somebody by their account. */
export interface GroupPerson {
  id: string;
  name: string;
  email: string;
}

export interface GroupMembers {
  group: PublicGroup;
  /** By name. */
  people: GroupPerson[];
  total: number;
  /** After whom the next page begins. */
  next: string | null;
}

const atOnce = 50;

/**
 * Lists who is in a group across tenants.
 *
 * @param after - the id of whoever the page before ended with; one that is not there begins anew.
 * @returns null where there is no such group.
 */
export async function listGroupMembers(
  { db }: Pick<PlatformContext, 'db'>,
  groupId: string,
  after?: string,
): Promise<GroupMembers | null> {
  const { id, name, email } = users;
  return db.read(async (tx) => {
    const group = await findPublicGroup(tx, groupId);
    if (!group) return null;
    const isIn = eq(publicGroupMembers.groupId, group.id);
    const [counted] = await tx.select({ total: count() }).from(publicGroupMembers).where(isIn);
    const isKnown = z.uuid().safeParse(after).success;
    const [last] = isKnown
      ? await tx
          .select({ id, name })
          .from(users)
          .where(eq(id, String(after)))
      : [];
    const rows = await tx
      .select({ id, name, email })
      .from(publicGroupMembers)
      .innerJoin(users, eq(id, publicGroupMembers.userId))
      .where(and(isIn, last && isBehind(last)))
      .orderBy(asc(name), asc(id))
      .limit(atOnce + 1);
    const people = rows.slice(0, atOnce);
    const next = rows.length > atOnce ? (people.at(-1)?.id ?? null) : null;
    return { group, people, total: counted?.total ?? 0, next };
  });
}

function isBehind(last: { id: string; name: string }): SQL | undefined {
  return or(gt(users.name, last.name), and(eq(users.name, last.name), gt(users.id, last.id)));
}
