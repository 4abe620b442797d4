import { sql } from 'drizzle-orm';
import { accountAt, giveBack } from '../../auth/abuse-limits';
import { tenants } from '../../db/schema/platform';
import { AppError } from '../../errors';
import { type EventOrigin, recordEvent } from '../../events/record-event';
import type { TenantContext } from '../../tenancy/tenant';
import { findLockout, type Lockout } from './find-lockout';

/**
 * Lets a member sign in again at the tenant at hand before their lock-out ends (C4). What was counted
 * against them at other tenants, and for codes, stays.
 *
 * @throws AppError not_found where nobody of this tenant is locked out under that id.
 */
export async function liftLockout(
  ctx: TenantContext & EventOrigin,
  memberId: string,
): Promise<Lockout> {
  const lockout = await findLockout(ctx, memberId);
  if (!lockout) throw new AppError('not_found', 'This member is not locked out any more.');
  await ctx.db.write(async (tx) => {
    const lifted = sql<boolean>`platform.lift_lockout(${memberId}::uuid)`;
    await tx.select({ lifted }).from(tenants);
    await recordEvent(tx, ctx, {
      type: 'member.unlocked',
      subjectId: memberId,
      payload: { resource: 'members', label: lockout.name },
      cacheTags: [],
    });
    // Last: where it fails nothing has been lifted, and nobody is told that it was.
    await giveBack('sign-in/account', accountAt(ctx.tenant.id, lockout.email), 'all');
  });
  return lockout;
}
