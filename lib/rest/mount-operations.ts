import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { requesterOf } from '../api/count-request';
import { requireOwnHand } from '../auth/support/require-own-hand';
import type { RequestLimits } from '../limits/request-limits';
import { ApiProblem } from './answer/api-problem';
import { faultsOf } from './answer/input-faults';
import { routeDocument } from './document/route-document';
import { type Answer, isWrite, type Operation } from './operation';
import { authenticate } from './request/authenticate';
import { once } from './request/idempotency';
import { readBody } from './request/read-body';
import { takeUpload } from './request/take-upload';
import type { RestContext } from './rest-context';
import type { RestCall, RestEnv } from './rest-env';

/**
 * Mounts operations: who asks, may they, how often, the body, once only, the input's shape, and then
 * the operation itself, in this order for every one of them.
 */
export function mountOperations<C extends RestContext>(
  app: OpenAPIHono<RestEnv>,
  operations: Operation<C>[],
  limits: RequestLimits,
): void {
  for (const operation of operations as unknown as Operation[]) {
    const route = {
      ...mountedRoute(operation),
      middleware: [admit(operation, limits), takeBody(operation), onlyOnce(operation)],
    } as unknown as RouteConfig;
    app.openapi(createRoute(route), (async (call: RestCall) => answer(operation, call)) as never);
  }
}

/** Hono would read the form of an upload as well, and without limits. */
function mountedRoute(operation: Operation): RouteConfig {
  const route = routeDocument(operation);
  if (!operation.isUpload) return route;
  return { ...route, request: { ...route.request, body: undefined } };
}

/** Says what is wrong with an input, by where it stands: address, query, header or body. */
export function refuseInput(result: { success: boolean; target: string; error?: unknown }): void {
  if (result.success) return;
  if (result.target === 'param') throw new ApiProblem(404, 'There is no such record.');
  const errors = faultsOf(result.error as Parameters<typeof faultsOf>[0]);
  const status = result.target === 'json' ? 422 : 400;
  throw new ApiProblem(status, 'Some values cannot be used; “errors” says which.', { errors });
}

function admit(operation: Operation, limits: RequestLimits): MiddlewareHandler<RestEnv> {
  return async (call, next) => {
    const { place } = call.env;
    const { raw } = call.req;
    const nobody = requesterOf(raw.headers, place.realm, null);
    const viewer = operation.isTokenOperation
      ? null
      : await authenticate(raw, place, { onUnknownKey: () => limits.take(nobody) });
    const headers = await limits.take(requesterOf(raw.headers, place.realm, viewer));
    const ctx = place.contextFor(viewer);
    requireRight(operation, ctx);
    call.set('ctx', ctx);
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!call.res.headers.has(name)) call.res.headers.set(name, value);
    }
  };
}

function requireRight({ permission, method }: Operation, ctx: RestContext): void {
  if (method !== 'get') requireOwnHand(ctx.viewer, permission);
  if (permission === 'public') return;
  if (!ctx.viewer) {
    throw new ApiProblem(401, 'Sign in first: send an access token or an API key.', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  if (!ctx.can(permission)) throw new ApiProblem(403, `You need the right “${permission}”.`);
}

function takeBody({ body, isUpload }: Operation): MiddlewareHandler<RestEnv> {
  return async (call, next) => {
    call.set('bodyText', '');
    if (body) await readBody(call);
    if (isUpload) await takeUpload(call);
    await next();
  };
}

function onlyOnce(operation: Operation): MiddlewareHandler<RestEnv> {
  return async (call, next) => {
    if (!isWrite(operation)) return next();
    return once(call, call.get('ctx'), next, operation.isUpload);
  };
}

async function answer(operation: Operation, call: RestCall): Promise<Response> {
  const given = await operation.run({
    ctx: call.get('ctx'),
    params: call.req.param() as Record<string, string>,
    query: validated(operation.query, call, 'query'),
    body: validated(operation.body, call, 'json'),
    call,
  });
  if (given.keptBody !== undefined) call.set('keptBody', JSON.stringify(given.keptBody));
  return toResponse(given);
}

function validated(schema: unknown, call: RestCall, target: 'query' | 'json'): never {
  return (schema ? call.req.valid(target as never) : undefined) as never;
}

function toResponse({ status, body, headers = {} }: Answer): Response {
  const sent = new Headers({ 'cache-control': 'private, no-store' });
  for (const [name, value] of Object.entries(headers)) if (value) sent.set(name, value);
  if (body === undefined) return new Response(null, { status, headers: sent });
  sent.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers: sent });
}
