import { z } from 'zod';
import { parseJson } from './parse-json';

const clientFrame = z.object({
  event: z.string(),
  channel: z.string().nullish(),
  data: z.unknown().optional(),
});

/** A message of a client. `data` is whatever it sent. */
export type ClientFrame = z.infer<typeof clientFrame>;

/** @returns null for what is no message of the protocol. */
export function readFrame(text: string): ClientFrame | null {
  return clientFrame.safeParse(parseJson(text)).data ?? null;
}
