import { parseChannelName } from './channel-name';
import { pusherClient } from './pusher-client';

const mostBytes = 1_048_576;

/**
 * Reads a webhook of the realtime server, over the very bytes it signed.
 *
 * @returns the connections that it says have gone; null for one that nobody with the secret sent.
 */
export async function readWebhook(request: Request): Promise<string[] | null> {
  const pusher = pusherClient();
  // Before the body is read: nobody without a signature may make us keep one.
  if (!pusher || !request.headers.has('x-pusher-signature')) return null;
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null;
  const rawBody = await request.text();
  const webhook = pusher.webhook({ headers: Object.fromEntries(request.headers), rawBody });
  if (!webhook.isValid()) return null;
  return webhook
    .getEvents()
    .filter(({ name }) => name === 'channel_vacated')
    .flatMap(({ channel }) => {
      const found = parseChannelName(channel);
      return found?.kind === 'conn' ? [found.socketId] : [];
    });
}
