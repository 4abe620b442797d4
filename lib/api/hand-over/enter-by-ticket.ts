import { headers } from 'next/headers';
import { findViewer } from '../../auth/check-session';
import { clientAddress } from '../../auth/client-address';
import { homePath } from '../../auth/home-path';
import { isSecret } from '../../auth/secret';
import type { Realm } from '../../auth/session-key';
import { setSessionCookie } from '../../auth/set-session-cookie';
import { redeemTicket } from '../../auth/tickets/redeem-ticket';
import type { Viewer } from '../../auth/viewer';
import { AppError } from '../../errors';
import { readHere } from './here';

/** Said whatever was wrong with a ticket. */
const staleTicket =
  'This took too long, or was done before. Sign in here instead: your password works on every site.';

/**
 * Spends a ticket at the host at hand, and gives the browser its session.
 *
 * @param realm - the host's.
 * @param viewer - who is signed in here now; the new session takes the place of theirs.
 * @returns where to go: what the ticket says.
 * @throws AppError not_signed_in for a ticket that is not good here, now and in this browser.
 */
export async function enterByTicket(
  ticket: string,
  { realm, viewer }: { realm: Realm; viewer: Viewer | null },
): Promise<string> {
  const [here, sent] = await Promise.all([readHere(realm), headers()]);
  const { jar, names, address, requestId } = here;
  // It stays: other tabs may be on their way here.
  const state = jar.get(names.state)?.value;
  const place = {
    realm,
    address,
    replaced: viewer?.sessionId ?? null,
    userAgent: sent.get('user-agent') ?? '',
    clientAddress: clientAddress(sent),
    requestId,
  };
  const isWhole = isSecret(ticket) && isSecret(state);
  const found = isWhole ? await redeemTicket(ticket, { ...place, state }) : null;
  // Back, or twice: they are where they wanted to be.
  if (!found && viewer) return homePath(viewer, realm);
  if (!found) throw new AppError('not_signed_in', staleTicket);
  const { userId: sub, sessionId: sid, isKept: keep, seconds, next } = found;
  await setSessionCookie(jar, { headers: sent, realm, claims: { sub, sid }, keep, seconds });
  return next || homePath(await findViewer(sid, realm), realm);
}
