import type { NextAuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { env } from '../env';
import { AppError } from '../errors';
import { findViewer } from './check-session';
import { clientAddress } from './client-address';
import { endSession } from './end-session';
import { nextPath } from './next-path';
import { openSession } from './open-session';
import { cookieNames, cookieOptions } from './session-cookie';
import { type Realm, sessionKey } from './session-key';
import { makeSessionToken, readSessionToken } from './session-token';
import { verifyCredentials } from './verify-credentials';

/** One request to next-auth's endpoints. */
export interface AuthRequest {
  realm: Realm;
  headers: Headers;
  requestId: string;
  /** What addresses begin with where the path named the tenant; else empty. */
  basePath: string;
  /** Told of what next-auth would turn into an answer of its own: limits, a database that is away. */
  onFault(error: unknown): void;
}

const credentials = z.object({ email: z.string().max(320), password: z.string().max(1024) });
const quiet = { error: () => {}, warn: () => {}, debug: () => {} };

/**
 * The options of next-auth for one request: the key and the sessions are those of the host's realm.
 * Its tokens are ours, and each counts only while its session lives.
 */
export function nextAuthOptions(request: AuthRequest): NextAuthOptions {
  const { realm, headers, requestId, basePath } = request;
  const names = cookieNames(headers, realm);
  const options = cookieOptions(names);
  const seconds = env().SESSION_SECONDS;
  return {
    secret: sessionKey(realm),
    useSecureCookies: names.secure,
    cookies: {
      sessionToken: { name: names.session, options },
      csrfToken: { name: names.csrf, options },
      callbackUrl: { name: names.callbackUrl, options },
    },
    pages: {
      signIn: `${basePath}/login`,
      signOut: `${basePath}/logout`,
      error: `${basePath}/login`,
    },
    session: { strategy: 'jwt', maxAge: seconds },
    jwt: {
      maxAge: seconds,
      encode: ({ token }) =>
        makeSessionToken(realm, { sub: String(token?.sub), sid: String(token?.sid) }, seconds),
      decode: ({ token }) => readLiveToken(request, token),
    },
    providers: [
      Credentials({
        name: 'email and password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (given) => authorize(request, given, seconds),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sid: (user as { sid?: string }).sid } : token),
      session: ({ token: { sub: id, name, email, expires } }) => ({
        user: { id, name, email },
        expires: String(expires),
      }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + nextPath(url.replace(baseUrl, '') || '/', basePath || '/'),
    },
    events: { signOut: ({ token }) => endSession(String(token.sid), requestId) },
    logger: quiet,
  };
}

async function readLiveToken(request: AuthRequest, token: string | undefined): Promise<JWT> {
  const { realm, onFault } = request;
  const claims = await readSessionToken(realm, token);
  const find = () => (claims ? findViewer(claims.sid, realm) : null);
  const viewer = await Promise.resolve(find()).catch(onFault);
  if (!claims || !viewer || viewer.userId !== claims.sub || viewer.kind !== 'browser') {
    throw new Error('no live session');
  }
  const { name, email, expiresAt } = viewer;
  return { sub: claims.sub, sid: claims.sid, name, email, expires: expiresAt.toISOString() };
}

async function authorize(request: AuthRequest, given: unknown, seconds: number) {
  const { realm, headers, requestId, onFault } = request;
  const parsed = credentials.safeParse(given);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const address = clientAddress(headers);
  const userAgent = headers.get('user-agent') ?? '';
  try {
    const user = await verifyCredentials(email, password, { realm, address });
    const session = { userId: user.id, realm, seconds, userAgent, address, requestId };
    const sid = await openSession({ ...session, kind: 'browser' });
    return sid ? { ...user, sid } : null;
  } catch (error) {
    const isWrong = error instanceof AppError && error.code === 'not_signed_in';
    if (!isWrong) onFault(error);
    return null;
  }
}
