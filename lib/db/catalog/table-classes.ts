import { getTableName, isTable } from 'drizzle-orm';
import { poolSchema } from '../roles';
import * as platformTables from '../schema/platform';
import * as tenantTables from '../schema/tenant';
import type { TableClasses } from './catalog-fault';

/** The classes as the schema files declare them: every table is in exactly one. */
export const tableClasses: TableClasses = {
  platform: namesOf(platformTables),
  internal: ['migrations__platform', 'migrations__pool'],
  tenant: namesOf(tenantTables),
  tenantSchemas: [poolSchema],
  functionIndexes: ['posts_search_idx', 'posts_title_search_idx', 'posts_title_trigram_idx'],
};

function namesOf(exported: Record<string, unknown>): string[] {
  return Object.values(exported).filter(isTable).map(getTableName).sort();
}
