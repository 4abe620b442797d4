import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { trustEveryHost } from '../env';
import { AppError } from '../errors';
import { nextAuthOptions } from './next-auth-options';
import { cookieNames } from './session-cookie';
import type { Realm } from './session-key';

const mostBytes = 64 * 1024;
const endpoints: Record<string, readonly string[]> = {
  GET: ['csrf', 'session', 'providers', 'signin', 'signout', 'error'],
  POST: ['callback/credentials', 'signin/credentials', 'signout', 'session'],
};

/**
 * Answers next-auth's standard endpoints for the realm of the host at hand.
 *
 * @param path - the address below /api/auth.
 * @throws AppError for what is no endpoint and for malformed bodies; TooMany; whatever the database
 *   throws, which next-auth itself would take for a session that has ended.
 */
export async function answerNextAuth(
  request: NextRequest,
  path: string[],
  { realm, requestId, basePath = '' }: { realm: Realm; requestId: string; basePath?: string },
): Promise<Response> {
  const isKnown =
    endpoints[request.method]?.includes(path.join('/')) ||
    (request.method === 'GET' && path[0] === 'signin' && path.length === 2);
  if (!isKnown) throw new AppError('not_found', 'There is no such endpoint.');
  trustEveryHost();
  const faults: unknown[] = [];
  const { headers } = request;
  const onFault = (error: unknown) => {
    faults.push(error);
  };
  const options = nextAuthOptions({ realm, headers, requestId, basePath, onFault });
  const copy = await readableCopy(request);
  const context = { params: Promise.resolve({ nextauth: path }) };
  const answer: Response = await NextAuth(copy, context, options);
  if (faults.length > 0) throw faults[0];
  // Its only 500s are for addresses to go back to that are none.
  if (answer.status >= 500) throw new AppError('bad_input', 'The callbackUrl is not an address.');
  return path[0] === 'session'
    ? withoutRenewal(answer, cookieNames(headers, realm).session)
    : answer;
}

/** Next-auth parses the body without a limit, and answers 500 when it cannot. */
async function readableCopy(request: NextRequest): Promise<NextRequest> {
  const { method, headers, url } = request;
  if (method !== 'POST') return request;
  const body = await request.text();
  if (body.length > mostBytes) throw new AppError('bad_input', 'The body is too large.');
  if (headers.get('content-type')?.includes('application/json')) requireObject(body);
  return new NextRequest(url, { method, headers, body });
}

function requireObject(body: string): void {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  } catch {
    // Said below.
  }
  throw new AppError('bad_input', 'The body is not a JSON object.');
}

/** Looking at a session does not lengthen it: the row says how long it lives. */
function withoutRenewal(answer: Response, cookie: string): Response {
  const headers = new Headers(answer.headers);
  headers.delete('set-cookie');
  for (const line of answer.headers.getSetCookie()) {
    const renews = line.startsWith(`${cookie}=`) && !line.startsWith(`${cookie}=;`);
    if (!renews) headers.append('set-cookie', line);
  }
  return new Response(answer.body, { status: answer.status, headers });
}
