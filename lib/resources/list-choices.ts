import { and, asc, inArray, isNull, type SQL } from 'drizzle-orm';
import { AppError } from '../errors';
import { demand } from './demand';
import { isUuid } from './filter-value';
import { searchCondition } from './list-conditions';
import { longestSearch } from './list-query';
import type { RelatedRow } from './record';
import { relatedColumns, toRelatedRow } from './related-rows';
import type { Resource } from './resource';
import type { ResourceContext } from './resource-context';
import { columnOf, columnsOf } from './table-columns';

const mostOffered = 20;
const mostChosen = 100;

/**
 * Gives what a relation field offers (D10): living rows of this tenant by name, and those that are
 * chosen already, in the trash or not.
 *
 * @throws AppError not_found for a field that is no relation; forbidden.
 */
export async function listChoices(
  ctx: ResourceContext,
  resource: Resource,
  name: string,
  { q = '', chosen = [] }: { q?: string; chosen?: string[] } = {},
): Promise<RelatedRow[]> {
  demand(ctx, resource, 'read');
  const relation = resource.fields[name]?.relation;
  if (!relation) throw new AppError('not_found', 'There is no such field.');
  const { table, title } = relation;
  const [id, label] = [columnOf(table, 'id'), columnOf(table, title)];
  const deletedAt = columnsOf(table).deletedAt;
  const text = [...q.replaceAll('\0', '').trim()].slice(0, longestSearch).join('');
  const ids = chosen.filter(isUuid).slice(0, mostChosen);
  return ctx.db.read(async (tx) => {
    const select = (condition: SQL | undefined, limit: number) =>
      tx
        .select(relatedColumns(relation))
        .from(table)
        .where(condition)
        .orderBy(asc(label), asc(id))
        .limit(limit);
    const [kept, offered] = await Promise.all([
      ids.length > 0 ? select(inArray(id, ids), mostChosen) : [],
      select(
        and(
          deletedAt ? isNull(deletedAt) : undefined,
          text ? searchCondition([label], text) : undefined,
        ),
        mostOffered,
      ),
    ]);
    const rows = [...kept, ...offered].map(toRelatedRow);
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  });
}
