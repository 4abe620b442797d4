/**
 * Makes a message for clients. Bytes, because a broadcast sends the same ones to everybody.
 *
 * @param fields - those that are undefined are left out.
 */
export function frame(fields: {
  event: string;
  channel?: string;
  data?: unknown;
  user_id?: string;
}): Buffer {
  return Buffer.from(JSON.stringify(fields));
}

/** One whose data is, as the protocol wants it of the server's own messages, JSON within JSON. */
export function ownFrame(event: string, data: unknown, channel?: string): Buffer {
  return frame({ event, channel, data: JSON.stringify(data) });
}

/** Tells a client that something it sent was not accepted. */
export function errorFrame(code: number, message: string): Buffer {
  return frame({ event: 'pusher:error', data: { code, message } });
}
