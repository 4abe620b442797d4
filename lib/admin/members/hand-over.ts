import { and, asc, isNull, ne } from 'drizzle-orm';
import { take } from '../../auth/abuse-limits';
import type { MemberContext } from '../../auth/viewer';
import { memberships } from '../../db/schema/platform';
import { AppError } from '../../errors';
import { transferOwnTenant } from '../../tenancy/life/transfer-own-tenant';

const mostOffered = 200;

/** The site is theirs: nobody else may give it away or delete it, whatever their role, nor act as them. */
export function ownsSite({ tenant, viewer, support }: MemberContext): boolean {
  return tenant.raw.ownerId === viewer.userId && support === null;
}

/**
 * Gives the site to another owner (S4.4, N13); the password must have been asked for before.
 *
 * @param toEmail - of a member, or of anybody with an account.
 * @returns the tags of what is stale.
 * @throws AppError forbidden for who is not its owner; what transferOwnTenant throws; TooMany: whoever
 *   could ask on and on would learn who has an account.
 */
export async function handOver(
  ctx: MemberContext,
  { toEmail, remove }: { toEmail: string; remove: boolean },
): Promise<{ tags: string[] }> {
  if (!ownsSite(ctx)) throw new AppError('forbidden', 'Only the owner may give this site away.');
  await take('hand-over/person', ctx.viewer.userId);
  const { cacheTags } = await transferOwnTenant(ctx, { toEmail, remove });
  return { tags: cacheTags };
}

/** Members who could be given the site, by name. */
export async function listHeirs(ctx: MemberContext): Promise<{ name: string; email: string }[]> {
  const others = and(ne(memberships.userId, ctx.viewer.userId), isNull(memberships.deactivatedAt));
  return ctx.db.read((tx) =>
    tx
      .select({ name: memberships.name, email: memberships.email })
      .from(memberships)
      .where(others)
      .orderBy(asc(memberships.name), asc(memberships.id))
      .limit(mostOffered),
  );
}
