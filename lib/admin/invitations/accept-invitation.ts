import { sql } from 'drizzle-orm';
import { countAct } from '../../auth/accounts/account-limits';
import { refusePassword } from '../../auth/accounts/refuse-password';
import { hashPassword } from '../../auth/hash-password';
import { deadLink } from '../../auth/links/open-link';
import type { VisitorContext } from '../../auth/viewer';
import { tenants } from '../../db/schema/platform';
import { AppError } from '../../errors';
import { readMembers } from '../../tenancy/people/member';
import { openInvitation } from './find-invitation';
import { deadWords } from './invitation-words';

type Outcome = 'joined' | 'member' | 'deactivated' | 'other' | 'known' | 'inactive' | 'full';

/**
 * Accepts an invitation as whoever is signed in, who must be the one that was invited (C25). Opening
 * the link has changed nothing; this does, once. Role and groups are those of the moment.
 *
 * @returns whether they may enter the admin now.
 * @throws AppError not_found, conflict, forbidden for somebody else, each with what to do.
 */
export async function joinByInvitation(
  ctx: VisitorContext,
  token: string,
): Promise<{ isStaff: boolean }> {
  const { viewer, tenant, db } = ctx;
  if (!viewer) throw new AppError('not_signed_in', 'Sign in first, then join.');
  if (viewer.support) throw new AppError('forbidden', 'Support cannot join anything as somebody.');
  await accept(ctx, token, { sessionId: viewer.sessionId });
  const [member] = await db.read((tx) => readMembers(tx, tenant.id, { userId: viewer.userId }));
  return { isStaff: member?.isStaff ?? false };
}

interface Newcomer {
  name: string;
  password: string;
  address: string;
}

/**
 * Accepts an invitation for somebody who has no account: it begins with the invitation, whose link
 * proves the mailbox. An account that exists keeps its password, whatever is sent.
 *
 * @returns the email to sign in with.
 * @throws as joinByInvitation; InvalidInput for the password; TooMany.
 */
export async function beginByInvitation(
  ctx: VisitorContext,
  token: string,
  { name, password, address }: Newcomer,
): Promise<string> {
  await countAct('confirm', { address, account: token });
  if (ctx.viewer) throw new AppError('forbidden', 'Sign out first: this makes another account.');
  refusePassword(password, { name, site: ctx.tenant.name });
  const hash = await hashPassword(password);
  return accept(ctx, token, { name, hash });
}

type Who = { sessionId: string } | { name: string; hash: string };

async function accept(ctx: VisitorContext, token: string, who: Who): Promise<string> {
  const { tenant, requestId } = ctx;
  const session = 'sessionId' in who ? who.sessionId : null;
  const [name, hash] = 'name' in who ? [who.name, who.hash] : [null, null];
  return ctx.db.write(async (tx) => {
    const found = await openInvitation(tx, tenant.id, token, 'accept');
    if (!found) throw deadLink();
    if (found.state !== 'open') {
      const { title, words } = deadWords(found.state, tenant.name);
      throw new AppError('conflict', `${title}. ${words}`);
    }
    const outcome = sql<Outcome | null>`platform.accept_invitation(${found.id}::uuid,
      ${session}::uuid, ${name}, ${hash}, ${requestId})`;
    const [row] = await tx.select({ outcome }).from(tenants);
    if (!row?.outcome) throw deadLink();
    const fault = faults[row.outcome]?.(tenant.name);
    if (fault) throw fault;
    return found.email;
  });
}

const faults: Partial<Record<Outcome, (site: string) => AppError>> = {
  other: () =>
    new AppError('forbidden', 'This invitation is for somebody else than you are signed in as.'),
  known: () => new AppError('conflict', 'There is an account with this address. Sign in with it.'),
  inactive: () =>
    new AppError('conflict', 'The account of this address is deactivated. Write to the operators.'),
  deactivated: (site) =>
    new AppError('conflict', `Your membership is deactivated. Ask the people of ${site}.`),
  full: (site) =>
    new AppError(
      'conflict',
      `${site} has as many members as it may have. Your invitation stays good: ask the people of the site, then try again.`,
    ),
};
