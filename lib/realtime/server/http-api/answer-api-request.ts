import type { IncomingMessage } from 'node:http';
import { parseJson } from '../protocol/parse-json';
import type { Realtime } from '../realtime';
import { findRoute } from './find-route';
import { readBody } from './read-body';
import { readRequest } from './read-request';
import { RequestRefused } from './request-refused';
import { verifyBody, verifyRequest } from './verify-request';

/**
 * Does what a program of the application asks for, once it is sure that it is one.
 *
 * @throws RequestRefused
 */
export async function answerApiRequest(
  realtime: Realtime,
  incoming: IncomingMessage,
): Promise<object> {
  const request = readRequest(incoming.method ?? '', incoming.url ?? '');
  const base = `/apps/${realtime.app.id}`;
  if (!request.path.startsWith(`${base}/`)) throw new RequestRefused(404, 'No such application');
  const { handler, subject } = findRoute(request.method, request.path.slice(base.length));
  verifyRequest(realtime.app, request);
  if (request.method !== 'POST') {
    return handler(realtime, { query: request.query, subject, body: undefined });
  }
  const bytes = await readBody(incoming, realtime.limits.requestBytes);
  verifyBody(request, bytes);
  const body = bytes.length > 0 ? parseJson(bytes.toString()) : {};
  if (body === undefined) throw new RequestRefused(400, 'The body is no JSON');
  return handler(realtime, { query: request.query, subject, body });
}
