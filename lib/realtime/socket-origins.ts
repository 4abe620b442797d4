import { env } from '../env';
import { hasExternalServer } from './realtime-app';

/** Where pages connect to besides their own host: nowhere, unless another server is configured. */
export function socketOrigins(): string[] {
  if (!hasExternalServer()) return [];
  const { PUSHER_HOST, PUSHER_PORT, PUSHER_USE_TLS, PUSHER_CLUSTER } = env();
  const scheme = PUSHER_USE_TLS ? 'wss' : 'ws';
  if (PUSHER_HOST) return [`${scheme}://${PUSHER_HOST}:${PUSHER_PORT}`];
  return [`${scheme}://ws-${PUSHER_CLUSTER}.pusher.com`];
}
