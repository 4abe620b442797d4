import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { findViewer, type SessionViewer } from './check-session';
import { cookieNames } from './session-cookie';
import type { Realm } from './session-key';
import { readSessionToken } from './session-token';

/**
 * Who is signed in to the realm of the host at hand. Read once for a page, however many of its parts
 * ask. Only doors call it.
 *
 * @param realm - the tenant that the host means, or null on the root host: never what a client said.
 * @returns null without a live session of this realm, whatever the cookie is.
 */
export const readViewer = cache(async (realm: Realm): Promise<SessionViewer | null> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const claims = await readSessionToken(realm, jar.get(cookieNames(sent, realm).session)?.value);
  if (!claims) return null;
  const viewer = await findViewer(claims.sid, realm);
  const isTheirs = viewer?.userId === claims.sub && viewer.kind === 'browser';
  return isTheirs ? viewer : null;
});
