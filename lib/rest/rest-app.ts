import { OpenAPIHono } from '@hono/zod-openapi';
import { withoutBasePath } from '../base-path';
import { processRequestLimits, type RequestLimits } from '../limits/request-limits';
import { ApiProblem } from './answer/api-problem';
import { problemAnswer } from './answer/problem-answer';
import { apiBase } from './api-base';
import { mountOperations, refuseInput } from './mount-operations';
import type { Operation } from './operation';
import type { RestContext, RestPlace } from './rest-context';
import type { RestCall, RestEnv } from './rest-env';

/** The API of one kind of host: answers requests, and knows what it can be asked. */
export interface RestApp<C extends RestContext> {
  operations: Operation<C>[];
  /** Answers; whatever fails becomes problem+json. */
  answer(request: Request, place: RestPlace<C>): Promise<Response>;
  hono: OpenAPIHono<RestEnv>;
}

/** Builds the application of one kind of host from its operations. */
export function restApp<C extends RestContext>(
  operations: Operation<C>[],
  limits: RequestLimits = processRequestLimits(),
): RestApp<C> {
  const hono = new OpenAPIHono<RestEnv>({
    getPath: innerPath,
    defaultHook: (result) => refuseInput(result as Parameters<typeof refuseInput>[0]),
  });
  const inner = new OpenAPIHono<RestEnv>();
  mountOperations(inner, operations, limits);
  hono.route(apiBase, inner);
  hono.notFound((call) => failed(call, unknownAnswer(call, operations)));
  hono.onError((error, call) => failed(call, error));
  return {
    operations,
    hono,
    answer: async (request, place) => hono.fetch(request, { place }),
  };
}

/** The path as the API knows it, without the beginning that names a tenant. */
function innerPath(request: Request, options?: { env?: object }): string {
  const { place } = (options?.env ?? {}) as Partial<RestEnv['Bindings']>;
  return withoutBasePath(new URL(request.url).pathname, place?.basePath ?? '');
}

function failed(call: RestCall, error: unknown): Response {
  if (error instanceof Response) return error;
  const { requestId, contextFor } = call.env.place;
  const tenant = contextFor(null).tenant?.slug;
  return problemAnswer(error, { requestId, path: call.req.path, tenant });
}

/** For an address or a method that is not there: which methods are. */
function unknownAnswer(call: RestCall, operations: Operation<never>[]): Response | ApiProblem {
  const path = call.req.path.slice(apiBase.length);
  const methods = operations.filter((one) => matches(one.path, path)).map(({ method }) => method);
  if (methods.length === 0) return new ApiProblem(404, 'There is no such endpoint.');
  const known = [...new Set(methods)].map((method) => method.toUpperCase());
  const allow = ['OPTIONS', ...known, ...(known.includes('GET') ? ['HEAD'] : [])].sort().join(', ');
  if (call.req.method === 'OPTIONS') {
    return new Response(null, { status: 204, headers: { allow, 'cache-control': 'no-store' } });
  }
  return new ApiProblem(405, `This address takes ${allow}.`, { headers: { allow } });
}

function matches(pattern: string, path: string): boolean {
  const shape = pattern.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${shape}$`).test(path);
}
