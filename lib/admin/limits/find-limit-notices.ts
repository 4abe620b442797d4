import type { MemberContext } from '../../auth/viewer';
import type { LimitName } from '../../limit-reached';
import { type LimitUse, readLimits } from '../../limits/read-limits';
import type { ResourceContext } from '../../resources/resource-context';

/** Whom each limit concerns: who could run into it, or make room. */
const concerns: Partial<Record<LimitName, (ctx: Pick<ResourceContext, 'can'>) => boolean>> = {
  members: (ctx) => ctx.can('members.write'),
  posts: (ctx) => ctx.can('posts.write'),
  storage: (ctx) => ctx.can('media.write'),
};

/**
 * Finds the limits that a person should hear of: from 80 % on, and where they may do something
 * about it.
 *
 * @param only - on the page of one resource, its own.
 */
export async function findLimitNotices(ctx: MemberContext, only?: string): Promise<LimitUse[]> {
  const meant = Object.entries(concerns)
    .filter(([name, isMeant]) => (only === undefined || only === name) && isMeant(ctx))
    .map(([name]) => name);
  if (meant.length === 0) return [];
  const limits = await ctx.db.read(readLimits);
  return limits.filter(({ name, level }) => meant.includes(name) && level !== 'free');
}
