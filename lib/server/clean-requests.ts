import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { env, isProduction, realtimePort } from '../env';
import { edgeEnv } from '../env-edge';
import { innerPath } from '../tenancy/inner-path';
import { badAddressPath, readsQuery } from '../tenancy/platform-segments';

/** Marks what this process has already let in; Next hands it on when it asks itself. */
const tokenHeader = 'x-process-token';

/**
 * Cleans each request before Next sees it; Node announces them on this channel first. Some things
 * cannot be mended later: Next decodes the path before any of our code runs and answers 500 when it
 * cannot, and it writes the query of whoever came first into a cached page, from where everyone
 * after would get it.
 */
export function cleanRequests(): void {
  const token = randomUUID();
  const config = edgeEnv();
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    // The realtime server is heard on the same channel, and reads its requests as they came.
    if (request.socket?.localPort === realtimePort()) return;
    const { TRUST_PROXY } = env();
    setClientAddress(request.headers, request.socket?.remoteAddress, {
      isOwn: request.headers[tokenHeader] === token,
      trustProxy: TRUST_PROXY,
    });
    dropForeignHost(request.headers, token, TRUST_PROXY);
    // The development server asks itself questions by query, and caches no pages.
    if (!isProduction()) return;
    const host = String(request.headers['x-forwarded-host'] ?? request.headers.host ?? '');
    request.url = cleanAddress(request.url ?? '/', (path) => innerPath(host, path, config));
  });
}

/**
 * Names the client by the connection's own address: limits count by it, and anybody can write
 * x-forwarded-for. A trusted proxy's is kept, and what Next repeats when it asks itself.
 */
export function setClientAddress(
  headers: IncomingMessage['headers'],
  connection: string | undefined,
  { isOwn, trustProxy }: { isOwn: boolean; trustProxy: boolean },
): void {
  if (!isOwn && !trustProxy) headers['x-forwarded-for'] = connection ?? 'unknown';
}

/**
 * Takes away an x-forwarded-host that neither a trusted proxy nor Next itself has set. Next asks
 * `localhost` for the target of an action's redirect and names the real host in that header, so it
 * cannot be ignored altogether; a client behind a careless proxy could name any host in it.
 */
export function dropForeignHost(
  headers: IncomingMessage['headers'],
  token: string,
  trustProxy: boolean,
): void {
  if (headers[tokenHeader] !== token && !trustProxy) delete headers['x-forwarded-host'];
  headers[tokenHeader] = token;
}

/**
 * Gives the address to go on with: the 400 page for one that cannot be decoded, dot segments
 * resolved as everyone after will resolve them, and no query where none is read, but for the one
 * that Next's own router sends.
 *
 * @param inner - gives the part of a path that a tenant's pages know (see innerPath).
 */
export function cleanAddress(address: string, inner = (path: string) => path): string {
  const at = address.indexOf('?');
  const given = at < 0 ? address : address.slice(0, at);
  if (!isDecodable(given)) return badAddressPath;
  const path = resolved(given);
  const query = at < 0 ? '' : address.slice(at);
  if (query === '' || path.startsWith('/_next/') || readsQuery(inner(path))) return path + query;
  const routerHash = new URLSearchParams(query).get('_rsc');
  return routerHash === null ? path : `${path}?_rsc=${encodeURIComponent(routerHash)}`;
}

function resolved(path: string): string {
  if (!path.startsWith('/') || !URL.canParse(`http://host${path}`)) return path;
  return new URL(`http://host${path}`).pathname;
}

/** True when every percent sign of the path begins a valid UTF-8 sequence. */
function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
