import type { ScopedTx } from '../../db/scoped-tx';
import { readId } from '../../resources/cursor';
import { notFound } from '../../resources/not-found';
import { lockRow, type RowState } from '../../resources/record-row';
import type { Resource } from '../../resources/resource';
import { plainVersion } from '../../resources/to-record';
import { etagOf } from '../request/etag';

/**
 * Gives the ETag of a record and keeps others from changing it until the transaction ends, so that
 * what was compared is what is changed.
 *
 * @throws AppError not_found
 */
export async function lockedEtag(
  tx: ScopedTx,
  resource: Resource,
  id: string,
  state: RowState,
): Promise<string | null> {
  const rowId = readId(resource, id);
  const row = rowId === null ? null : await lockRow(tx, resource, rowId, state);
  if (!row) throw notFound(resource);
  return etagOf(String(row.id), plainVersion(resource, row));
}
