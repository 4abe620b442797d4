import { isDatabaseUnavailable } from '../db/database-fault';
import { AppError, TooMany, TooManyRequests } from '../errors';
import { log } from '../log';

/** What is known of the request when it failed. */
export interface FailedRequest {
  requestId: string;
  path: string;
  tenant?: string;
}

/** The parts of an answer that a person or a program may see. */
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  detail: string;
  requestId: string;
}

/**
 * Turns whatever was thrown into what may be shown. Expected failures speak for themselves; all
 * others are logged under the request id and masked.
 */
export function problemOf(error: unknown, request: FailedRequest): Problem {
  const { requestId } = request;
  const known = knownError(error, request);
  if (known) return problem(known.status, known.message, requestId);
  log.error({ event: 'request.failed', ...request, err: error }, 'a request failed');
  return problem(
    500,
    'Something went wrong on our side. The reference helps us find it.',
    requestId,
  );
}

/** Answers with problem+json (RFC 9457). */
export function problemResponse(body: Problem, headers: Record<string, string> = {}): Response {
  const retry: Record<string, string> = body.status === 503 ? { 'retry-after': '30' } : {};
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...retry,
      ...headers,
    },
  });
}

/** Answers for whatever a route threw; with the seconds to wait where that is known. */
export function problemAnswer(error: unknown, request: FailedRequest): Response {
  const wait: Record<string, string> =
    error instanceof TooManyRequests
      ? error.headers
      : error instanceof TooMany
        ? { 'retry-after': String(error.retryAfterSeconds) }
        : {};
  return problemResponse(problemOf(error, request), wait);
}

function knownError(error: unknown, request: FailedRequest): AppError | null {
  if (error instanceof AppError) return error;
  if (!isDatabaseUnavailable(error)) return null;
  log.warn(
    { event: 'database.unavailable', ...request, err: error },
    'the database did not answer',
  );
  return new AppError(
    'unavailable',
    'The database does not answer at the moment. Try again shortly.',
  );
}

function problem(status: number, detail: string, requestId: string): Problem {
  return { type: 'about:blank', title: titles[status] ?? 'Error', status, detail, requestId };
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Not a type that is taken',
  422: 'Not usable',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};
