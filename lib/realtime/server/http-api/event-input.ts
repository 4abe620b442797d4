import { z } from 'zod';
import { channelKindOf } from '../channels/channel-kind-of';
import { isSocketId, longestEventName } from '../protocol/names';
import type { Realtime } from '../realtime';
import { RequestRefused } from './request-refused';

export const channelName = z
  .string()
  .refine((name) => channelKindOf(name) !== null, 'is no name of a channel');

/** What every event has, alone or in a batch. */
export const eventInput = z.object({
  name: z
    .string()
    .min(1)
    .max(longestEventName)
    .refine((name) => !/^pusher(_internal)?:/.test(name), 'is kept for the server'),
  data: z.string(),
  socket_id: z.string().refine(isSocketId, 'is no socket id').nullish(),
  info: z.string().nullish(),
});

/** @throws RequestRefused with 400, naming the first fault. */
export function parseInput<T>(schema: z.ZodType<T>, body: unknown): T {
  const { data, error } = schema.safeParse(body);
  if (!error) return data;
  const [issue] = error.issues;
  throw new RequestRefused(400, `${issue?.path.join('.') || 'The body'}: ${issue?.message}`);
}

/** @throws RequestRefused with 413. Bytes count, not characters. */
export function checkSize({ limits }: Realtime, events: { data: string }[]): void {
  if (events.some(({ data }) => Buffer.byteLength(data) > limits.eventBytes)) {
    throw new RequestRefused(413, `The data of an event has at most ${limits.eventBytes} bytes`);
  }
}
