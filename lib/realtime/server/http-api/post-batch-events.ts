import { z } from 'zod';
import { publish } from '../channels/publish';
import type { Realtime } from '../realtime';
import type { ApiCall } from './api-call';
import { askedInfo, channelInfo } from './channel-info';
import { channelName, checkSize, eventInput, parseInput } from './event-input';

const mostEvents = 10;

const body = z.object({
  batch: z
    .array(eventInput.extend({ channel: channelName }))
    .min(1)
    .max(mostEvents),
});

/** Sends several events in their order; all of them, or none where one is faulty. */
export function postBatchEvents(realtime: Realtime, call: ApiCall): object {
  const { batch } = parseInput(body, call.body);
  checkSize(realtime, batch);
  for (const event of batch) publish(realtime, event);
  if (!batch.some(({ info }) => info)) return {};
  return { batch: batch.map((one) => channelInfo(realtime, one.channel, askedInfo(one.info))) };
}
