import { eq, sql } from 'drizzle-orm';
import type { PlatformDb } from '../db/platform-tx';
import { users } from '../db/schema/platform';
import { type PlannedRemoval, planOf, type RemovalPlan } from './removal-plan';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What would go with somebody's account, for operators; null where there is nobody. */
export async function readRemoval(
  db: Pick<PlatformDb, 'read'>,
  id: string,
): Promise<RemovalPlan | null> {
  if (!uuid.test(id)) return null;
  const plan = sql<PlannedRemoval | null>`platform.read_removal(${users.id})`;
  const [row] = await db.read((tx) => tx.select({ plan }).from(users).where(eq(users.id, id)));
  return row?.plan ? planOf(row.plan) : null;
}
