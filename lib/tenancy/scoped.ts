import type {
  RepositoryOptions,
  RepositoryTable,
  TenantField,
  TenantRepository,
} from '../db/repository/tenant-repository';
import { current } from './context';

/**
 * The rows of a table as the tenant at hand has them, for scripts and handlers of the outer layer.
 * Domain code writes `ctx.db.scoped(table)`.
 *
 * @throws NoTenantBound where no tenant is bound.
 */
export function scoped<T extends RepositoryTable, F extends string = TenantField<T>>(
  table: T,
  options?: RepositoryOptions<F>,
): TenantRepository<T, F> {
  return current().db.scoped(table, options);
}
