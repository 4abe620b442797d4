import { cookies, headers } from 'next/headers';
import { type AppClient, appClient } from '../db/client';
import { env } from '../env';
import { AppError } from '../errors';
import { findViewer } from './check-session';
import { clientAddress } from './client-address';
import { endBrowser } from './end-session';
import type { Realm } from './session-key';
import { beginAtOwnTenant } from './session-tenant/begin-at-own-tenant';
import { setSessionCookie } from './set-session-cookie';
import type { Viewer } from './viewer';

/** Without "keep me signed in" the browser forgets its cookie when it ends; some never end. */
const shortSessionSeconds = 12 * 60 * 60;

/** Where somebody signs in, and who was signed in there before. */
export interface SignInPlace {
  realm: Realm;
  viewer: Viewer | null;
  requestId: string;
  /** The provider that said who it is, as `google`; the events tell it. */
  by?: string;
}

/**
 * Opens the sessions of somebody who has proved who they are, and sets the cookie of the host at
 * hand. At a tenant it opens one on the root host as well, on which this one hangs: the person's
 * other tenants are entered from there, and all end together (S4.18).
 *
 * @param keep - whether the cookie outlives the browser.
 * @returns who it is now.
 * @throws AppError not_signed_in for who may not sign in, or at a tenant that does not serve.
 */
export async function openBrowserSession(
  userId: string,
  { realm, viewer, requestId, by }: SignInPlace,
  keep: boolean,
): Promise<Viewer> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const seconds = keep ? env().SESSION_SECONDS : shortSessionSeconds;
  const device = { userAgent: sent.get('user-agent') ?? '', address: clientAddress(sent) };
  const sid = await open({ userId, realm, keep, seconds, ...device, requestId, by });
  if (!sid) throw refused();
  // The new cookie takes the place of the old one, which nobody could end any more.
  if (viewer) await endBrowser(viewer.sessionId, requestId);
  await setSessionCookie(jar, {
    headers: sent,
    realm,
    claims: { sub: userId, sid },
    keep,
    seconds,
  });
  if (realm === null) await beginAtOwnTenant({ sub: userId, sid }, requestId);
  const opened = await findViewer(sid, realm);
  // Somebody else has ended it in the same moment.
  if (!opened) throw refused();
  return opened;
}

function refused(): AppError {
  return new AppError('not_signed_in', 'You cannot sign in here at the moment.');
}

interface Opening {
  userId: string;
  realm: Realm;
  keep: boolean;
  seconds: number;
  userAgent: string;
  address: string;
  requestId: string;
  by?: string;
}

/** Gives the id of the session at this host. */
async function open(asked: Opening, client: AppClient = appClient()): Promise<string | null> {
  const { userId, realm, keep, seconds, userAgent, address, requestId, by } = asked;
  await client.verified();
  const [row] = await client.query((sql) =>
    by
      ? sql`
        select platform.open_browser_session_by(${by}, ${userId}, ${realm}, ${keep}, ${seconds}::int,
          ${userAgent}, ${address}, ${requestId}) as id`
      : sql`
        select platform.open_browser_session(${userId}, ${realm}, ${keep}, ${seconds}::int,
          ${userAgent}, ${address}, ${requestId}) as id`,
  );
  return row?.id ?? null;
}
