import type { Realtime } from '../realtime';
import type { ApiCall } from './api-call';
import { getChannel } from './get-channel';
import { getChannelUsers } from './get-channel-users';
import { getChannels } from './get-channels';
import { postBatchEvents } from './post-batch-events';
import { postEvents } from './post-events';
import { decode } from './read-request';
import { RequestRefused } from './request-refused';
import { terminateConnections } from './terminate-connections';

/** What answers a request, with an object that becomes the answer. */
export type ApiHandler = (realtime: Realtime, call: ApiCall) => object;

const routes: [method: string, path: RegExp, handler: ApiHandler][] = [
  ['POST', /^\/events$/, postEvents],
  ['POST', /^\/batch_events$/, postBatchEvents],
  ['GET', /^\/channels$/, getChannels],
  ['GET', /^\/channels\/([^/]+)$/, getChannel],
  ['GET', /^\/channels\/([^/]+)\/users$/, getChannelUsers],
  ['POST', /^\/users\/([^/]+)\/terminate_connections$/, terminateConnections],
];

/**
 * Finds who answers.
 *
 * @param path - raw, below the application.
 * @throws RequestRefused with 404 or 405.
 */
export function findRoute(method: string, path: string): { handler: ApiHandler; subject: string } {
  const fitting = routes.filter(([, pattern]) => pattern.test(path));
  const route = fitting.find(([own]) => own === method);
  if (!route) {
    const status = fitting.length > 0 ? 405 : 404;
    throw new RequestRefused(status, 'There is nothing here for such a request');
  }
  const [, pattern, handler] = route;
  return { handler, subject: decode(pattern.exec(path)?.[1] ?? '') };
}
