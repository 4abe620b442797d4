import { isUserId } from '../protocol/names';
import type { Realtime } from '../realtime';
import type { ApiCall } from './api-call';
import { RequestRefused } from './request-refused';

/** Ends all connections on which a user is signed in; they do not come back by themselves. */
export function terminateConnections(realtime: Realtime, { subject }: ApiCall): object {
  if (!isUserId(subject)) throw new RequestRefused(400, 'This is no id of a user');
  for (const connection of realtime.users.connectionsOf(subject)) connection.end('userTerminated');
  return {};
}
