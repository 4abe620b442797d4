import type { Sql } from 'postgres';
import type { CatalogCheck, CatalogFault, TableClasses } from './catalog-fault';
import { checkForeignKeys } from './check-foreign-keys';
import { checkFunctions } from './check-functions';
import { checkGrants } from './check-grants';
import { checkIndexes } from './check-indexes';
import { checkPolicies } from './check-policies';
import { checkTables } from './check-tables';
import { checkViews } from './check-views';
import { tableClasses } from './table-classes';

const checks: CatalogCheck[] = [
  checkTables,
  checkIndexes,
  checkForeignKeys,
  checkPolicies,
  checkGrants,
  checkFunctions,
  checkViews,
];

/**
 * Walks the live catalogue of a migrated database and tells what would let one tenant see another,
 * or would make its reads slow.
 *
 * @param sql - signed in as any role.
 * @returns the faults by kind and object; none in a sound database.
 */
export async function inspectCatalog(
  sql: Sql,
  classes: TableClasses = tableClasses,
): Promise<CatalogFault[]> {
  const found: CatalogFault[] = [];
  for (const check of checks) found.push(...(await check(sql, classes)));
  return found.sort((a, b) => text(a).localeCompare(text(b)));
}

function text({ kind, object }: CatalogFault): string {
  return `${kind} ${object}`;
}
