import { count, eq } from 'drizzle-orm';
import { publicGroupMembers } from '../../db/schema/platform';
import type { PlatformContext } from '../platform-context';
import { findPublicGroup, type PublicGroup } from './find-public-group';

/** Reads a group across tenants with how many are in it; null where there is none. */
export async function readPublicGroup(
  { db }: Pick<PlatformContext, 'db'>,
  id: string,
): Promise<(PublicGroup & { members: number }) | null> {
  return db.read(async (tx) => {
    const group = await findPublicGroup(tx, id);
    if (!group) return null;
    const isIn = eq(publicGroupMembers.groupId, group.id);
    const [row] = await tx.select({ members: count() }).from(publicGroupMembers).where(isIn);
    return { ...group, members: row?.members ?? 0 };
  });
}
