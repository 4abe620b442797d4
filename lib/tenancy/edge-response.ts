import { type NextRequest, NextResponse } from 'next/server';
import { edgeEnv } from '../env-edge';
import { dataCspHeader, docsCspHeader, pageCspHeader } from './content-security-policy';
import { requestedHost } from './host';
import { isPersonal, readsQuery, setsOwnCaching } from './platform-segments';
import { forwardedHeaders, requestIdHeader } from './private-headers';
import { type Routing, routeRequest } from './route-request';
import { keyName } from './tenant-key';

const requestIdShape = /^[\w-]{8,64}$/;

/**
 * Answers a request at the edge: rewrites it to the tenant's internal path, lets a platform path
 * through, or sends it to a designed 404.
 */
export function edgeResponse(request: NextRequest): NextResponse {
  const config = edgeEnv();
  const requestId = requestIdOf(request, config.trustProxy);
  const host = requestedHost(request.headers, config.trustProxy);
  const path = request.nextUrl.pathname;
  const routing = routeRequest({ host, path, headers: request.headers }, config);
  const tenant = routing.kind === 'tenant' ? keyName(routing.key) : undefined;
  const headers = forwardedHeaders(request.headers, { requestId, tenant });
  const response = respond(request, routing, headers);
  response.headers.set(requestIdHeader, requestId);
  // The error pages read it back with the Performance API: a cached page cannot know its request.
  response.headers.set('Server-Timing', `rid;desc="${requestId}"`);
  response.headers.set('Content-Security-Policy', policyOf(path, config.development));
  const caching = cachingOf(routing, path);
  if (caching) response.headers.set('Cache-Control', caching);
  return response;
}

function cachingOf({ kind }: Routing, path: string): string | null {
  if (isPersonal(path)) return 'private, no-store';
  // Next would let shared caches keep pages for an hour; no change could reach them there.
  return kind === 'tenant' && !setsOwnCaching(path) ? 'private, no-cache' : null;
}

function respond(request: NextRequest, routing: Routing, headers: Headers): NextResponse {
  const isApi = isApiPath(request.nextUrl.pathname);
  switch (routing.kind) {
    case 'platform':
      return NextResponse.next({ request: { headers } });
    case 'tenant':
      return rewrite(request, routing.path, { request: { headers } });
    case 'without-www':
      return rewrite(request, '/without-www', { request: { headers } });
    default: {
      if (isApi) return unknownProblem(routing.kind, headers.get(requestIdHeader));
      return rewrite(request, `/${routing.kind}`, { status: 404, request: { headers } });
    }
  }
}

function rewrite(
  request: NextRequest,
  path: string,
  init: Parameters<typeof NextResponse.rewrite>[1],
): NextResponse {
  const url = request.nextUrl.clone();
  if (!readsQuery(url.pathname)) url.search = '';
  url.pathname = path;
  return NextResponse.rewrite(url, init);
}

function unknownProblem(
  kind: 'unknown-host' | 'unknown-path',
  requestId: string | null,
): NextResponse {
  const title = kind === 'unknown-host' ? 'There is no site at this address' : 'Not found';
  const problem = { type: 'about:blank', title, status: 404, requestId };
  return new NextResponse(JSON.stringify(problem), {
    status: 404,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

function requestIdOf(request: NextRequest, trustProxy: boolean): string {
  const given = trustProxy ? request.headers.get(requestIdHeader) : null;
  return given && requestIdShape.test(given) ? given : crypto.randomUUID();
}

function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

function policyOf(path: string, development: boolean): string {
  if (path === '/api/docs' || path.startsWith('/api/docs/')) return docsCspHeader;
  return isApiPath(path) ? dataCspHeader : pageCspHeader(development);
}
