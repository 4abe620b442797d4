import type { Realtime } from '../realtime';
import type { ApiCall } from './api-call';
import { channelName, parseInput } from './event-input';
import { RequestRefused } from './request-refused';

/** Lists the members of a presence channel, by id only. */
export function getChannelUsers(realtime: Realtime, { subject }: ApiCall): object {
  const name = parseInput(channelName, subject);
  if (!name.startsWith('presence-')) {
    throw new RequestRefused(400, 'Users are known on presence channels');
  }
  const ids = realtime.channels.get(name)?.members?.ids() ?? [];
  return { users: ids.map((id) => ({ id })) };
}
