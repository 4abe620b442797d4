import type {
  ChannelAuthorizationCallback as Answer,
  ChannelAuthorizationHandler,
} from 'pusher-js/types/src/core/auth/options';
import { askRealtime } from './ask-realtime';

/** How long is collected: pusher-js asks for all channels in the same moment. */
const collectMs = 10;

interface Waiting {
  name: string;
  answer: Answer;
}

type Tokens = Record<string, { auth: string; channel_data?: string } | null>;

/**
 * Gives what pusher-js asks for each channel, all of a moment's in one request: after a restart of
 * the server every page asks at once.
 */
export function channelTokens(basePath: string): ChannelAuthorizationHandler {
  const waiting = new Map<string, Waiting[]>();
  const ask = async (socketId: string) => {
    const asked = waiting.get(socketId) ?? [];
    waiting.delete(socketId);
    const channels = asked.map(({ name }) => name);
    const found = await askRealtime<{ channels: Tokens }>(basePath, 'auth', {
      socket_id: socketId,
      channels,
    });
    for (const { name, answer } of asked) {
      const token = found.kind === 'ok' ? found.body.channels[name] : null;
      answer(token ? null : new Error(`${name} is not for this page`), token ?? null);
    }
  };
  return ({ socketId, channelName: name }, answer) => {
    const asked = waiting.get(socketId);
    if (asked) asked.push({ name, answer });
    else {
      waiting.set(socketId, [{ name, answer }]);
      setTimeout(ask, collectMs, socketId);
    }
  };
}
