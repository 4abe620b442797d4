import { createHmac } from 'node:crypto';
import type { RawClient, Received } from './raw-client';
import { app } from './realtime-world';

/** What the application would give a client: its key and a signature. */
export function authOf(text: string, { key, secret } = app): string {
  return `${key}:${createHmac('sha256', secret).update(text).digest('hex')}`;
}

/** Asks for a channel with a good signature, and waits for the success. */
export async function subscribeRaw(
  client: RawClient,
  channel: string,
  member?: object,
): Promise<Received> {
  askRaw(client, channel, member);
  return client.next('pusher_internal:subscription_succeeded');
}

/** Asks for a channel with a good signature. */
export function askRaw(client: RawClient, channel: string, member?: object): void {
  const channel_data = member && JSON.stringify(member);
  const text = [client.socketId, channel, ...(channel_data ? [channel_data] : [])].join(':');
  const auth = authOf(text);
  client.send({ event: 'pusher:subscribe', data: { channel, auth, channel_data } });
}

/** Signs in as a user. */
export async function signInRaw(client: RawClient, user: object): Promise<Received> {
  const user_data = JSON.stringify(user);
  const auth = authOf(`${client.socketId}::user::${user_data}`);
  client.send({ event: 'pusher:signin', data: { auth, user_data } });
  return client.next('pusher:signin_success');
}
