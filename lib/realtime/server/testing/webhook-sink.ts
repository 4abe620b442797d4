import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { apiOf } from './realtime-world';

/** A webhook as it came. */
export interface Delivery {
  headers: IncomingHttpHeaders;
  body: string;
  events: Record<string, unknown>[];
  at: number;
}

/** The application's side of webhooks. */
export interface WebhookSink {
  url: string;
  deliveries: Delivery[];
  /** The names of all events that were accepted, with what they are about. */
  told(): string[];
}

/**
 * Takes webhooks for the running test.
 *
 * @param statusOf - what the n-th one, from 0, is answered; 0: nothing at all.
 */
export async function webhookSink(
  statusOf: (n: number) => number = () => 200,
): Promise<WebhookSink> {
  const deliveries: Delivery[] = [];
  const accepted: Delivery[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { events = [] } = request.method === 'POST' ? JSON.parse(body) : {};
    const delivery = { headers: request.headers, body, events, at: performance.now() };
    const status = statusOf(deliveries.push(delivery) - 1);
    if (status === 200) accepted.push(delivery);
    if (status === 0) return;
    response.writeHead(status, { location: '/elsewhere' }).end('thanks');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries,
    told: () => accepted.flatMap(({ events }) => events).map(shortly),
  };
}

/** Whether the application's library takes it for the server's. */
export function isGenuine({ headers, body }: Delivery): boolean {
  return apiOf(1).webhook({ headers, rawBody: body }).isValid();
}

function shortly({ name, channel, user_id }: Record<string, unknown>): string {
  return [name, channel, user_id].filter(Boolean).join(' ');
}
