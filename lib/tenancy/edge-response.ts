import { type NextRequest, NextResponse } from 'next/server';
import { edgeEnv } from '../env-edge';
import {
  dataCspHeader,
  docsCspHeader,
  fileCspHeader,
  formTargetsOf,
  pageCspHeader,
} from './content-security-policy';
import { requestedHost } from './host';
import { platformHosts } from './platform-hosts';
import { isPersonal, readsQuery, setsOwnCaching } from './platform-segments';
import { forwardedHeaders, requestIdHeader } from './private-headers';
import { unseenResolvers } from './resolvers/resolver-config';
import { type Routing, routeRequest } from './route-request';
import { socketAddress } from './socket-address';
import { internalName } from './tenant-key';

const requestIdShape = /^[\w-]{8,64}$/;

/**
 * Answers a request at the edge: rewrites it to the tenant's internal path, lets a platform path
 * through, or sends it to a designed 404.
 */
export async function edgeResponse(request: NextRequest): Promise<NextResponse> {
  const config = edgeEnv();
  const requestId = requestIdOf(request, config.trustProxy);
  const host = requestedHost(request.headers, config.trustProxy);
  const asked = request.nextUrl.pathname;
  const { search } = request.nextUrl;
  const socket = socketAddress({ path: asked, search, headers: request.headers }, config);
  if (socket) {
    const headers = forwardedHeaders(request.headers, { requestId });
    return NextResponse.rewrite(socket, { request: { headers } });
  }
  const routing = await routeRequest({ host, path: asked, headers: request.headers }, config);
  const key = 'key' in routing ? routing.key : undefined;
  const tenant = key && internalName(key);
  const path = key?.prefix ? asked.slice(key.prefix.length) || '/' : asked;
  const headers = forwardedHeaders(request.headers, { requestId, tenant });
  const response = respond(request, routing, { path, headers });
  response.headers.set(requestIdHeader, requestId);
  // The error pages read it back with the Performance API: a cached page cannot know its request.
  response.headers.set('Server-Timing', `rid;desc="${requestId}"`);
  response.headers.set(
    'Content-Security-Policy',
    policyOf(path, { config, isPlatform: routing.kind === 'platform' && !key }),
  );
  const caching = cachingOf(routing, path);
  if (caching) response.headers.set('Cache-Control', caching);
  return response;
}

function cachingOf(routing: Routing, path: string): string | null {
  const { kind } = routing;
  // What the address does not say, no cache can tell apart.
  const isUnseen =
    ('by' in routing && unseenResolvers.includes(routing.by ?? '')) ||
    ('key' in routing && routing.key?.bypass !== undefined);
  if (isUnseen || isPersonal(path)) return 'private, no-store';
  // Next would let shared caches keep pages for an hour; no change could reach them there.
  return kind === 'tenant' && !setsOwnCaching(path) ? 'private, no-cache' : null;
}

/** `path` is the tenant's own, without the beginning that names it. */
function respond(
  request: NextRequest,
  routing: Routing,
  { path, headers }: { path: string; headers: Headers },
): NextResponse {
  const keepsQuery = readsQuery(path);
  const to = (internal: string, status?: number) =>
    rewrite(request, internal, { keepsQuery, init: { status, request: { headers } } });
  switch (routing.kind) {
    case 'platform':
      return routing.path ? to(routing.path) : NextResponse.next({ request: { headers } });
    case 'tenant':
      return to(routing.path);
    case 'without-www':
      return to('/without-www');
    default:
      return isApiPath(path)
        ? unknownProblem(routing.kind, headers.get(requestIdHeader))
        : to(`/${routing.kind}`, 404);
  }
}

function rewrite(
  request: NextRequest,
  path: string,
  { keepsQuery, init }: { keepsQuery: boolean; init: Parameters<typeof NextResponse.rewrite>[1] },
): NextResponse {
  const url = request.nextUrl.clone();
  if (!keepsQuery) url.search = '';
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

function policyOf(
  path: string,
  { config, isPlatform }: { config: ReturnType<typeof edgeEnv>; isPlatform: boolean },
): string {
  if (path === '/api/docs' || path.startsWith('/api/docs/')) return docsCspHeader;
  if (isApiPath(path)) return dataCspHeader;
  if (path.startsWith('/media/')) return fileCspHeader;
  const platform = { names: platformHosts(config), isHere: isPlatform };
  const { development } = config;
  return pageCspHeader({ development, formTargets: formTargetsOf(path, platform) });
}
