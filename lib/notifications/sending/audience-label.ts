import { inArray } from 'drizzle-orm';
import { groups } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import type { Audience } from '../audience';

/**
 * What audiences are called, in their order: "Everyone", a group's name, "3 people".
 *
 * @param audiences - as they are kept; a group may be gone by now.
 */
export async function audienceLabels(tx: ScopedTx, audiences: Audience[]): Promise<string[]> {
  const ids = audiences.flatMap((one) => ('group' in one ? [one.group] : []));
  const known =
    ids.length === 0
      ? []
      : await tx
          .select({ id: groups.id, name: groups.name })
          .from(groups)
          .where(inArray(groups.id, [...new Set(ids)]));
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return audiences.map((audience) => {
    if ('all' in audience) return 'Everyone';
    if ('group' in audience) return names.get(audience.group) ?? 'A group that is gone';
    const { size } = new Set(audience.users);
    return size === 1 ? '1 person' : `${size} people`;
  });
}
