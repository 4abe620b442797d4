import type { cookies } from 'next/headers';
import { cookieNames, cookieOptions } from './session-cookie';
import type { Realm } from './session-key';
import { makeSessionToken } from './session-token';

/** What a cookie is made from. */
export interface SessionCookie {
  /** Of the request: they say what cookies are called here. */
  headers: Headers;
  realm: Realm;
  /** Who, and which session. */
  claims: { sub: string; sid: string };
  /** A tenant that the root host's session names, by claim: read at the edge alone (S2.18, S2.20). */
  tenant?: Record<string, string>;
  /** Whether it outlives the browser. */
  keep: boolean;
  seconds: number;
}

/** Gives the browser the cookie that names a session of the host at hand. */
export async function setSessionCookie(
  jar: Awaited<ReturnType<typeof cookies>>,
  { headers, realm, claims, tenant, keep, seconds }: SessionCookie,
): Promise<void> {
  const names = cookieNames(headers, realm);
  const token = await makeSessionToken(realm, { ...tenant, ...claims }, seconds);
  const options = { ...cookieOptions(names), ...(keep ? { maxAge: seconds } : {}) };
  jar.set(names.session, token, options);
  // Cached pages are the same for everybody: by this their scripts know whether to ask who it is.
  jar.set(names.here, '1', { ...options, httpOnly: false });
}
