import type { RawResponse } from './parse-response';
import { rawRequest } from './raw-request';

/**
 * Asks for a path on a host of the server. Name servers do not know these hosts, and Node does not
 * take `*.localhost` for its own machine, so the connection goes there directly. No redirect is
 * followed.
 */
export function httpGet(
  server: { port: number },
  host: string,
  path = '/',
  headers: [string, string][] = [],
): Promise<RawResponse> {
  return rawRequest({ port: server.port, host: `${host}:${server.port}`, path, headers });
}
