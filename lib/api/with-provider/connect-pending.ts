import { confirmPassword } from '../../auth/confirm-password';
import { connectIdentity } from '../../auth/providers/connect-identity';
import type { Pending } from '../../auth/providers/flow';
import { signIn } from '../../auth/sign-in';
import type { Viewer } from '../../auth/viewer';
import { AppError } from '../../errors';
import type { RootContext } from '../console-context';
import { dropPending, readPending } from './pending-cookie';
import { accountPath, wayOn } from './ways-on';

/**
 * Connects the account elsewhere that waits in this browser: with whoever is signed in, where they
 * began that; else with the person who has its address, for their password, and signs them in.
 *
 * @returns where to go on.
 * @throws InvalidInput at `password` for a wrong one of who is signed in; AppError not_signed_in for
 *   a wrong one of who is not, and where nothing waits (any more); TooMany.
 */
export async function connectPending(
  place: Pick<RootContext, 'viewer' | 'requestId'>,
  password: string,
): Promise<string> {
  const { viewer, requestId } = place;
  const pending = await readPending();
  if (!pending) throw stale();
  // A session left open must not be enough for a way in that outlives every password.
  const isOwn = viewer !== null && isTheirs(pending, viewer);
  if (isOwn) await confirmPassword(viewer, password, { realm: null, requestId });
  const who = isOwn ? viewer : await signInFor(pending, password, place);
  // The code first, and then once more.
  if (who === 'needs-code') return `/login/code?${new URLSearchParams({ next: '/login/connect' })}`;
  const outcome = await connectIdentity(who.sessionId, pending, requestId);
  await dropPending();
  if (pending.userId === null) return wayOn(pending, who);
  return accountPath(outcome, pending.provider);
}

/** True where the account elsewhere is to be connected with whoever is signed in. */
export function isTheirs({ userId, email }: Pending, viewer: Viewer | null): boolean {
  return viewer !== null && (userId === null ? viewer.email === email : viewer.userId === userId);
}

async function signInFor(
  pending: Pending,
  password: string,
  place: Pick<RootContext, 'viewer' | 'requestId'>,
): Promise<Viewer | 'needs-code'> {
  if (pending.userId !== null) throw stale();
  const given = { email: pending.email, password, keep: true };
  const outcome = await signIn(given, { ...place, realm: null });
  return outcome.kind === 'needs-code' ? 'needs-code' : outcome.viewer;
}

function stale(): AppError {
  return new AppError('not_signed_in', 'This took too long. Go back, and begin once more.');
}
