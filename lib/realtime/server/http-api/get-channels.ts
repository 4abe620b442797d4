import type { Realtime } from '../realtime';
import type { ApiCall } from './api-call';
import { askedInfo, channelInfo } from './channel-info';
import { RequestRefused } from './request-refused';

/** Lists channels that have subscribers. */
export function getChannels(realtime: Realtime, { query }: ApiCall): object {
  const prefix = query.get('filter_by_prefix') ?? '';
  const asked = askedInfo(query.get('info'));
  if (asked.has('user_count') && !prefix.startsWith('presence-')) {
    throw new RequestRefused(400, 'user_count is for a filter_by_prefix of presence-');
  }
  const names = [...realtime.channels.values()]
    .filter(({ name, kind }) => kind.isListed && name.startsWith(prefix))
    .map(({ name }) => name);
  return {
    channels: Object.fromEntries(names.map((name) => [name, channelInfo(realtime, name, asked)])),
  };
}
