import type { WalkReport } from '../recorder';
import type { Filling } from '../world/fill-database';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import { listCodeTables } from './drizzle-tables';
import { walkFilter } from './filter-walk';
import { walkInventory } from './inventory-walk';
import { listRelations } from './list-relations';
import { openHandle } from './open-handle';
import { walkPolicies } from './policy-walk';
import { walkRepository } from './repository-walk';
import { walkScope } from './scope-walk';

/** All walks over the tables of one database. */
export async function walkTables({
  database,
  tenants,
  unplanted,
}: Filling & { database: ScratchDatabase }): Promise<WalkReport[]> {
  const admin = connect(database.adminUrl);
  const relations = await listRelations(admin);
  await admin.end({ timeout: 2 });
  const tables = listCodeTables();
  const handle = openHandle(database.bypassUrl);
  const { bypassUrl } = database;
  try {
    return [
      walkInventory(relations, tables, unplanted),
      await walkFilter({ handle, bypassUrl, tables, relations, tenants }),
      await walkRepository({ handle, bypassUrl, tables, tenants }),
      await walkScope(handle, tenants),
      await walkPolicies({ database, relations, tenants }),
    ];
  } finally {
    await handle.close();
  }
}
