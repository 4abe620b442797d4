import { and, eq } from 'drizzle-orm';
import { revisions } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { recordEvent } from '../events/record-event';
import { type BulkOptions, type BulkResult, changeMany, type Selection } from './change-many';
import { findBlocked } from './count-dependants';
import { demand } from './demand';
import type { Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';
import { columnOf } from './table-columns';
import { labelOfRow } from './to-record';

/**
 * Deletes records with their history, from the trash only where there is one. What others still
 * need is left, with what needs it (D12).
 *
 * @throws AppError forbidden.
 */
export async function deleteForever(
  ctx: ResourceContext,
  resource: Resource,
  selection: Selection,
  options?: BulkOptions,
): Promise<BulkResult> {
  demand(ctx, resource, 'delete');
  return changeMany(ctx, resource, selection, {
    state: 'trash',
    options,
    decide: async (tx, records) => {
      const blocked = await findBlocked(
        tx,
        resource,
        records.map(({ id }) => id as string),
      );
      return records.map((record) => {
        const blocking = blocked.get(String(record.id));
        if (blocking) return { why: `Still used by ${blocking.join(' and ')}.` };
        return { write: () => deleteRow(tx, ctx, resource, record) };
      });
    },
  });
}

async function deleteRow(tx: ScopedTx, ctx: ResourceContext, resource: Resource, record: Values) {
  const { table, name, singular } = resource;
  const id = String(record.id);
  const history = and(eq(revisions.resource, name), eq(revisions.recordId, id));
  await Promise.all([
    tx.delete(table).where(eq(columnOf(table, 'id'), record.id as string)),
    ...(resource.has.version ? [tx.delete(revisions).where(history)] : []),
    recordEvent(tx, ctx, {
      type: `${singular}.deleted`,
      subjectId: id,
      payload: { resource: name, label: labelOfRow(resource, record) },
      cacheTags: resource.cacheTags(ctx.tenant, record),
    }),
  ]);
}
