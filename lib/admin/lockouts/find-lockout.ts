import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { tenants } from '../../db/schema/platform';
import type { TenantContext } from '../../tenancy/tenant';

/** Why a member cannot sign in at the tenant at hand, and for how long. */
export interface Lockout {
  name: string;
  email: string;
  failures: number;
  /** ISO time. */
  until: string;
}

/**
 * Tells whether a member of the tenant at hand is locked out there.
 *
 * @param memberId - of the membership; another tenant's is nobody's here.
 */
export async function findLockout(ctx: TenantContext, memberId: string): Promise<Lockout | null> {
  // From an address: anybody may have written it.
  if (!z.uuid().safeParse(memberId).success) return null;
  const found = sql<Lockout | null>`(
    select jsonb_build_object('name', l.name, 'email', l.email, 'failures', l.failures,
      'until', l.locked_until)
    from platform.find_lockout(${memberId}::uuid) l)`;
  const [row] = await ctx.db.read((tx) => tx.select({ found }).from(tenants));
  return row?.found ?? null;
}
