import type { MemberContext } from '../../auth/viewer';
import { type LimitUse, readLimits } from '../../limits/read-limits';

/** Gives how much storage the tenant uses, in bytes, and how much it may. */
export async function readStorage({ db }: Pick<MemberContext, 'db'>): Promise<LimitUse | null> {
  const limits = await db.read(readLimits);
  return limits.find(({ name }) => name === 'storage') ?? null;
}
