import { pusherClient } from './pusher-client';

/** Asks the server for a list that is always short: whether it answers, and to these keys. */
export async function askServer(): Promise<'up' | 'down' | 'off'> {
  const pusher = pusherClient();
  if (!pusher) return 'off';
  try {
    const params = { filter_by_prefix: 'presence-none' };
    const { status } = await pusher.get({ path: '/channels', params });
    return status === 200 ? 'up' : 'down';
  } catch {
    return 'down';
  }
}
