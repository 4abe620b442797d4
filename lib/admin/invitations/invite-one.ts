import { AppError, ExistsError, InvalidInput } from '../../errors';
import type { ResourceContext } from '../../resources/resource-context';
import { type InviteOptions, invitePeople } from './invite-people';
import type { Wish } from './wish';

/**
 * Invites one person; what waits for them already is sent again, or replaced.
 *
 * @returns the invitation's id.
 * @throws as invitePeople; ExistsError (`email`) for a member; InvalidInput (`role`); AppError conflict
 *   where the site has all the members it may have; too_many where they were written to too often.
 */
export async function inviteOne(
  ctx: ResourceContext,
  wish: Wish,
  options: Omit<InviteOptions, 'renews'>,
): Promise<string> {
  const [fate] = await invitePeople(ctx, [wish], { ...options, renews: true });
  if (fate?.id && !fate.why) return fate.id;
  const { outcome, why } = fate ?? {};
  if (!why) throw new Error('Nothing became of an invitation.');
  if (outcome === 'role') throw new InvalidInput({ role: [why] }, why);
  if (outcome === 'full') throw new AppError('conflict', why);
  if (outcome === 'often') throw new AppError('too_many', why);
  throw new ExistsError({ email: [why] });
}
