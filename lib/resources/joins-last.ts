import { and, desc, eq } from 'drizzle-orm';
import { revisions } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import type { Resource } from './resource';
import type { ResourceContext } from './resource-context';

const joinedMilliseconds = 10 * 60_000;

/**
 * Tells whether what is saved while somebody writes belongs to the change before it: their own, saved
 * the same way, begun at most ten minutes ago. Else each pause for thought would be a version.
 */
export async function joinsLast(
  tx: ScopedTx,
  { actor }: ResourceContext,
  resource: Resource,
  id: string,
): Promise<boolean> {
  const [last] = await tx
    .select({
      autosaved: revisions.autosaved,
      actorId: revisions.actorId,
      createdAt: revisions.createdAt,
    })
    .from(revisions)
    .where(and(eq(revisions.resource, resource.name), eq(revisions.recordId, id)))
    .orderBy(desc(revisions.version))
    .limit(1);
  if (!last?.autosaved || last.actorId !== (actor?.id ?? null)) return false;
  return Date.now() - last.createdAt.getTime() < joinedMilliseconds;
}
