import { eq, sql } from 'drizzle-orm';
import type { PlatformTx } from '../../db/platform-tx';
import { publicGroups } from '../../db/schema/platform';
import type { PlatformContext } from '../platform-context';

/** Whom a broadcast to a group across tenants would reach at this moment. */
export interface PublicPreview {
  /** Who is in the group and may sign in. */
  people: number;
  /** How many of them are told; the others are members nowhere. */
  reached: number;
  /** By how many tenants. */
  tenants: number;
}

/** Counts whom a broadcast would reach, before it is sent. */
export function previewPublicBroadcast(
  { db }: Pick<PlatformContext, 'db'>,
  groupId: string,
): Promise<PublicPreview> {
  return db.read((tx) => countReached(tx, groupId));
}

/** The same inside a transaction. */
export async function countReached(tx: PlatformTx, groupId: string): Promise<PublicPreview> {
  const counts = sql<PublicPreview>`(select to_jsonb(p)
    from platform.preview_public_broadcast(${publicGroups.id}) p)`;
  const [row] = await tx.select({ counts }).from(publicGroups).where(eq(publicGroups.id, groupId));
  return row?.counts ?? { people: 0, reached: 0, tenants: 0 };
}
