import { type SQL, sql } from 'drizzle-orm';
import type { TenantContext } from '../tenancy/tenant';

const unknownZone = '22023';

/**
 * Runs a read that reckons in the tenant's time zone, which it gets as an expression for
 * `AT TIME ZONE`. A zone that the runtime knows and the database does not is read as UTC.
 */
export async function inTimeZone<T>(
  { tenant }: TenantContext,
  read: (zone: SQL) => Promise<T>,
): Promise<T> {
  const { timeZone } = tenant.settings;
  // As an interval: a text of digits would be read as POSIX has it, with the sign turned round.
  const zone = /^[+-]/.test(timeZone) ? sql`${timeZone}::interval` : sql`${timeZone}::text`;
  try {
    return await read(zone);
  } catch (error) {
    if (codeOf(error) !== unknownZone) throw error;
    return read(sql`'UTC'::text`);
  }
}

function codeOf(error: unknown): unknown {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return code ?? cause?.code;
}
