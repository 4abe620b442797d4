import type { NextAuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { env } from '../env';
import { AppError, CodeRequired, type ErrorCode } from '../errors';
import { findViewer } from './check-session';
import { rememberDevice } from './device-cookie';
import { endBrowser } from './end-session';
import { nextPath } from './next-path';
import { openSession } from './open-session';
import { cookieNames, cookieOptions } from './session-cookie';
import { type Realm, sessionKey } from './session-key';
import { makeSessionToken, readSessionToken } from './session-token';
import { attemptAt } from './sign-in';
import { requireCode } from './two-factor/require-code';
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

const credentials = z.object({
  email: z.string().max(320),
  password: z.string().max(1024),
  code: z.string().max(40).optional(),
});
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
        credentials: {
          email: { type: 'email' },
          password: { type: 'password' },
          code: { label: 'Code, where two-factor is on', type: 'text' },
        },
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
    events: { signOut: async ({ token }) => void (await endBrowser(String(token.sid), requestId)) },
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
  const parsed = credentials.safeParse(given);
  if (!parsed.success) return null;
  try {
    return await signInWith(request, parsed.data, seconds);
  } catch (error) {
    // Next-auth leads to the sign-in page with these words in the address.
    if (error instanceof CodeRequired) throw new Error('CodeRequired');
    const isWrong = error instanceof AppError && expected.includes(error.code);
    if (!isWrong) request.onFault(error);
    return null;
  }
}

const expected: ErrorCode[] = ['not_signed_in', 'bad_input'];

async function signInWith(
  { realm, requestId }: AuthRequest,
  { email, password, code }: z.output<typeof credentials>,
  seconds: number,
) {
  const attempt = await attemptAt({ realm, requestId }, email);
  const { address, userAgent = '', device = null } = attempt;
  const user = await verifyCredentials(email, password, attempt);
  await requireCode(user, code, attempt);
  const session = { userId: user.id, realm, seconds, userAgent, address, requestId };
  const sid = await openSession({ ...session, kind: 'browser' });
  if (!sid) return null;
  await rememberDevice({ id: sid, email: user.email, realm, requestId }, device !== null);
  return { ...user, sid };
}
