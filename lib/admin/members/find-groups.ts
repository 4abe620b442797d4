import { inArray } from 'drizzle-orm';
import { groups } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { InvalidInput } from '../../errors';
import { isUuid } from '../../resources/filter-value';

/**
 * Reads the groups that somebody is to be in.
 *
 * @param named - their ids, as they were sent.
 * @throws InvalidInput (`groups`) where one of them is none of this tenant.
 */
export async function findGroups(
  tx: ScopedTx,
  named: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const wanted = [...new Set(named)];
  if (wanted.length === 0) return [];
  const found = await tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(inArray(groups.id, wanted.filter(isUuid)));
  if (found.length < wanted.length) {
    throw new InvalidInput({ groups: ['One of the groups does not exist.'] });
  }
  return found;
}
