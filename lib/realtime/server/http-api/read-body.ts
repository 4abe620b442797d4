import type { IncomingMessage } from 'node:http';
import { RequestRefused } from './request-refused';

/**
 * Reads a body, no further than it may be long.
 *
 * @throws RequestRefused with 413; Error when the request breaks off.
 */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const tooLong = new RequestRefused(413, `A body has at most ${mostBytes} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLong;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) throw tooLong;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
