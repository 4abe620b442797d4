import type { Realtime } from '../realtime';
import type { ApiCall } from './api-call';
import { askedInfo, channelInfo } from './channel-info';
import { channelName, parseInput } from './event-input';
import { RequestRefused } from './request-refused';

/** Tells of one channel, also where nobody is subscribed. */
export function getChannel(realtime: Realtime, { subject, query }: ApiCall): object {
  const name = parseInput(channelName, subject);
  const asked = askedInfo(query.get('info'));
  if (asked.has('user_count') && !name.startsWith('presence-')) {
    throw new RequestRefused(400, 'user_count is for presence channels');
  }
  return { occupied: realtime.channels.has(name), ...channelInfo(realtime, name, asked) };
}
