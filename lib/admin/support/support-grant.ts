import { sql } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { supportGrants } from '../../db/schema/platform';
import { AppError } from '../../errors';
import { recordEvent } from '../../events/record-event';

/** For how many days changes can be granted. The database lets nobody grant more than the last. */
export const grantDays = [1, 3, 7] as const;

const label = 'Changes by support';

/** Owners alone let support change things; whoever may end an access may take that back. */
export function mayGrant({ viewer, support }: Pick<MemberContext, 'viewer' | 'support'>): boolean {
  return viewer.membership?.role === 'owner' && support === null;
}

/**
 * Lets support change things on a member's behalf for some days from now.
 *
 * @throws AppError forbidden for who is no owner.
 */
export async function grantSupport(
  ctx: MemberContext,
  days: (typeof grantDays)[number],
): Promise<void> {
  if (!mayGrant(ctx)) throw new AppError('forbidden', 'Only an owner may grant this.');
  const until = sql`now() + ${`${days} days`}::interval`;
  const by = { grantedBy: ctx.actor.id, grantedByName: ctx.actor.name };
  await ctx.db.write(async (tx) => {
    const [granted] = await tx
      .insert(supportGrants)
      .values({ until, ...by } as unknown as typeof supportGrants.$inferInsert)
      .onConflictDoUpdate({ target: supportGrants.tenantId, set: { until, ...by } })
      .returning();
    await recordEvent(tx, ctx, {
      type: 'support.granted',
      subjectId: ctx.tenant.id,
      payload: { resource: 'support', label, days, until: granted?.until.toISOString() },
      cacheTags: [],
    });
  });
}

/** Takes it back at once: what is being changed at this moment is the last that is. */
export async function withdrawSupport(ctx: MemberContext): Promise<void> {
  await ctx.db.write(async (tx) => {
    const gone = await tx.delete(supportGrants).returning({ until: supportGrants.until });
    if (gone.length === 0) return;
    await recordEvent(tx, ctx, {
      type: 'support.withdrawn',
      subjectId: ctx.tenant.id,
      payload: { resource: 'support', label },
      cacheTags: [],
    });
  });
}
