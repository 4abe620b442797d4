import type { RepositoryTable, Row, RowId } from '../db/repository/tenant-repository';
import { current } from './context';

/**
 * Tells whether a value is free in the tenant at hand, for refinements of schemas, which have no
 * place for a context: doors check input inside the tenant's (S3.48). The database has the last word.
 *
 * @param exceptId - the row that is being changed.
 * @throws NoTenantBound where no tenant is bound.
 */
export async function isUnique<T extends RepositoryTable, C extends keyof Row<T> & string>(
  table: T,
  column: C,
  value: Row<T>[C],
  exceptId?: RowId<T> | null,
): Promise<boolean> {
  return current().db.scoped(table).isUnique(column, value, exceptId);
}
