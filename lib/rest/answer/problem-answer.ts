import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import { problemOf } from '../../api/error-response';
import {
  AppError,
  CodeRequired,
  InvalidInput as InvalidForm,
  TooMany,
  TooManyRequests,
} from '../../errors';
import { LimitReached } from '../../limit-reached';
import { InvalidInput } from '../../resources/invalid-input';
import { ApiProblem, type InputFault } from './api-problem';
import { faultsOf } from './input-faults';
import { problemTitles } from './problem-titles';

/** Which request failed, for the log. */
interface FailedRequest {
  requestId: string;
  path: string;
  tenant?: string;
}

/**
 * Turns whatever was thrown into problem+json. What nobody expected is logged and masked.
 */
export function problemAnswer(error: unknown, request: FailedRequest): Response {
  const known = knownProblem(error);
  if (!known) {
    const { status, detail } = problemOf(error, request);
    const headers: Record<string, string> = status === 503 ? { 'retry-after': '30' } : {};
    return answer(status, detail, request.requestId, {}, headers);
  }
  const { status, message, errors, limit, headers } = known;
  return answer(status, message, request.requestId, { errors, limit }, headers);
}

function knownProblem(error: unknown): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  if (error instanceof HTTPException) {
    return error.status === 415
      ? new ApiProblem(415, 'Send JSON, as application/json.')
      : new ApiProblem(400, 'The request could not be read: its body is not valid JSON.');
  }
  if (error instanceof ZodError) return unusable(faultsOf(error));
  if (error instanceof InvalidInput) return unusable(faultsOfForm(error));
  if (error instanceof InvalidForm) return unusable(faultsOfFields(error.fields));
  if (error instanceof TooManyRequests) {
    return new ApiProblem(429, error.message, { headers: error.headers });
  }
  if (error instanceof TooMany) {
    const wait = String(error.retryAfterSeconds);
    const headers = { 'retry-after': wait, 'ratelimit-remaining': '0', 'ratelimit-reset': wait };
    return new ApiProblem(429, error.message, { headers });
  }
  if (error instanceof LimitReached) {
    return new ApiProblem(409, error.message, { limit: error.limit });
  }
  if (error instanceof CodeRequired) {
    const errors = [{ path: 'code', message: 'two_factor_required' }];
    return new ApiProblem(401, error.message, {
      errors,
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  if (error instanceof AppError) return fromAppError(error);
  return null;
}

function fromAppError({ code, status, message }: AppError): ApiProblem | null {
  if (code === 'internal' || code === 'unavailable') return null;
  const headers: Record<string, string> =
    code === 'not_signed_in' ? { 'www-authenticate': 'Bearer' } : {};
  return new ApiProblem(status as 400, message, { headers });
}

function unusable(errors: InputFault[]): ApiProblem {
  return new ApiProblem(422, 'Some values cannot be used; “errors” says which.', { errors });
}

function faultsOfForm({ errors }: InvalidInput): InputFault[] {
  return [
    ...errors.general.map((message) => ({ path: '', message })),
    ...faultsOfFields(errors.fields),
  ];
}

function faultsOfFields(fields: Record<string, string[]>): InputFault[] {
  return Object.entries(fields).flatMap(([path, messages]) =>
    messages.map((message) => ({ path, message })),
  );
}

function answer(
  status: number,
  detail: string,
  requestId: string,
  more: Pick<ApiProblem, 'errors' | 'limit'>,
  headers: Record<string, string>,
): Response {
  const title = problemTitles[status] ?? 'Error';
  const body = { type: 'about:blank', title, status, detail, ...more, requestId };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      ...headers,
    },
  });
}
