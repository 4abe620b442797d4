import { and, asc, eq, exists, ilike, or } from 'drizzle-orm';
import { publicGroupMembers, users } from '../../db/schema/platform';
import type { PlatformContext } from '../platform-context';
import type { GroupPerson } from './list-group-members';

/** Somebody found, who may be in the group already. */
export interface FoundPerson extends GroupPerson {
  isMember: boolean;
}

const shown = 20;

/** Finds active accounts whose name or address holds a text, of whatever tenants. */
export async function findPeopleToAdd(
  { db }: Pick<PlatformContext, 'db'>,
  groupId: string,
  text: string,
): Promise<FoundPerson[]> {
  const words = text.replaceAll('\0', '').trim().slice(0, 100);
  if (words === '') return [];
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { id, name, email } = users;
  return db.read(async (tx) => {
    const inGroup = tx
      .select({ id: publicGroupMembers.userId })
      .from(publicGroupMembers)
      .where(and(eq(publicGroupMembers.groupId, groupId), eq(publicGroupMembers.userId, id)));
    const rows = await tx
      .select({ id, name, email, isMember: exists(inGroup) })
      .from(users)
      .where(and(eq(users.isActive, true), or(ilike(name, pattern), ilike(email, pattern))))
      .orderBy(asc(name), asc(id))
      .limit(shown);
    return rows.map((row) => ({ ...row, isMember: Boolean(row.isMember) }));
  });
}
