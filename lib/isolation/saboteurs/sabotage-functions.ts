import { walkFunctions } from '../functions/function-walk';
import type { WalkReport } from '../recorder';
import { changeCopy, databaseName } from './change-copy';
import type { Workshop } from './saboteur';

/** Changes a function in a copy, then calls all of them. */
export async function sabotageFunctions(
  { tenants, copyDatabase }: Workshop,
  statement: string,
): Promise<WalkReport> {
  const database = await copyDatabase(databaseName(statement.slice(0, 42)));
  await changeCopy(database.ownerUrl, statement);
  return walkFunctions(database, tenants);
}
