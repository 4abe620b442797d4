import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { PlatformTx } from '../../db/platform-tx';
import { publicGroups } from '../../db/schema/platform';
import { AppError } from '../../errors';

export interface PublicGroup {
  id: string;
  name: string;
}

/** Finds a group across tenants; null for what is no id, too. */
export async function findPublicGroup(tx: PlatformTx, id: string): Promise<PublicGroup | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const { id: groupId, name } = publicGroups;
  const [row] = await tx.select({ id: groupId, name }).from(publicGroups).where(eq(groupId, id));
  return row ?? null;
}

/**
 * The same, held until the transaction ends: nobody deletes or renames it meanwhile.
 *
 * @throws AppError not_found
 */
export async function lockPublicGroup(tx: PlatformTx, id: string): Promise<PublicGroup> {
  const { id: groupId, name } = publicGroups;
  const [row] = await tx
    .select({ id: groupId, name })
    .from(publicGroups)
    .where(eq(groupId, id))
    .for('no key update');
  if (!row) throw new AppError('not_found', 'There is no such group.');
  return row;
}
