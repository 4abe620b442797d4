import type Pusher from 'pusher-js';
import { askRealtime } from './ask-realtime';
import { channelTokens } from './channel-tokens';

/** What the server says of itself. */
export interface PageConfig {
  enabled: true;
  key: string;
  cluster: string;
  host?: string;
  port?: number;
  useTLS?: boolean;
  tenantId: string;
  userId: string;
}

/** Loads the library and connects: to the page's own host, unless another server is configured. */
export async function openPusher(basePath: string, config: PageConfig): Promise<Pusher> {
  const { default: Library } = await import('pusher-js');
  const isOwn = config.useTLS === undefined;
  const forceTLS = config.useTLS ?? location.protocol === 'https:';
  const ownPort = Number(location.port) || (forceTLS ? 443 : 80);
  const port = isOwn ? ownPort : config.port;
  const wsHost = isOwn ? location.hostname : config.host;
  return new Library(config.key, {
    cluster: config.cluster,
    ...(wsHost && { wsHost, wsPort: port, wssPort: port }),
    forceTLS,
    enabledTransports: ['ws', 'wss'],
    enableStats: false,
    // The first connection that takes longer counts as away; trying goes on.
    unavailableTimeout: 5000,
    channelAuthorization: {
      transport: 'ajax',
      endpoint: '',
      customHandler: channelTokens(basePath),
    },
    userAuthentication: {
      transport: 'ajax',
      endpoint: '',
      customHandler: async ({ socketId }, answer) => {
        const found = await askRealtime<{ auth: string; user_data: string }>(
          basePath,
          'user-auth',
          { socket_id: socketId },
        );
        if (found.kind === 'ok') answer(null, found.body);
        else answer(new Error('nobody is signed in'), null);
      },
    },
  });
}
