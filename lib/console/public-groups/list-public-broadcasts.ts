import { desc, eq } from 'drizzle-orm';
import { publicBroadcasts, users } from '../../db/schema/platform';
import type { PlatformContext } from '../platform-context';

/** What was said to a group, as the operators see it. */
export interface PublicBroadcast {
  id: string;
  title: string;
  /** Null where the sender's account is gone. */
  sender: string | null;
  createdAt: string;
  /** Null until it was decided where each is told, which takes moments. */
  told: { people: number; reached: number } | null;
}

const shown = 5;

/** Lists what was said to a group lately, newest first. */
export async function listPublicBroadcasts(
  { db }: Pick<PlatformContext, 'db'>,
  groupId: string,
): Promise<PublicBroadcast[]> {
  const { id, title, createdAt, placedAt, people, reached } = publicBroadcasts;
  const rows = await db.read((tx) =>
    tx
      .select({ id, title, createdAt, placedAt, people, reached, sender: users.name })
      .from(publicBroadcasts)
      .leftJoin(users, eq(users.id, publicBroadcasts.senderId))
      .where(eq(publicBroadcasts.groupId, groupId))
      .orderBy(desc(createdAt), desc(id))
      .limit(shown),
  );
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, sender: row.sender, createdAt: row.createdAt.toISOString() },
    told: row.placedAt && { people: row.people, reached: row.reached },
  }));
}
