import { timingSafeEqual } from 'node:crypto';
import { tenants } from '../../db/schema/platform';
import type { TenantContext } from '../tenant';
import { keyHashOf } from './begin-maintenance';

/**
 * Tells whether a link's key opens the tenant, which is closed for work on it.
 *
 * @returns the id of the maintenance, or null.
 */
export async function opensMaintenance(
  { db }: Pick<TenantContext, 'db'>,
  key: string,
): Promise<string | null> {
  const columns = { status: tenants.status, maintenance: tenants.maintenance };
  const [row] = await db.read((tx) => tx.select(columns).from(tenants));
  if (row?.status !== 'maintenance' || !row.maintenance) return null;
  const [given, kept] = [keyHashOf(key), row.maintenance.keyHash].map((hash) => Buffer.from(hash));
  const isSame = given && kept && given.length === kept.length && timingSafeEqual(given, kept);
  return isSame ? row.maintenance.id : null;
}
