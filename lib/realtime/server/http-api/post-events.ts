import { z } from 'zod';
import { channelKindOf } from '../channels/channel-kind-of';
import { publish } from '../channels/publish';
import type { Realtime } from '../realtime';
import type { ApiCall } from './api-call';
import { askedInfo, channelInfo } from './channel-info';
import { channelName, checkSize, eventInput, parseInput } from './event-input';
import { RequestRefused } from './request-refused';

const mostChannels = 100;

const body = eventInput.extend({
  channel: channelName.nullish(),
  channels: z.array(channelName).min(1).max(mostChannels).nullish(),
});

/** Sends one event to one or several channels. */
export function postEvents(realtime: Realtime, call: ApiCall): object {
  const { channel, channels, info, ...event } = parseInput(body, call.body);
  const names = [...new Set(channels ?? (channel ? [channel] : []))];
  if (names.length === 0) throw new RequestRefused(400, 'An event needs a channel');
  if (names.length > 1 && names.some((name) => channelKindOf(name)?.isAlone)) {
    throw new RequestRefused(400, 'An event for an encrypted channel is for that channel alone');
  }
  checkSize(realtime, [event]);
  for (const name of names) publish(realtime, { ...event, channel: name });
  if (!info) return {};
  const asked = askedInfo(info);
  return {
    channels: Object.fromEntries(names.map((name) => [name, channelInfo(realtime, name, asked)])),
  };
}
