import type Pusher from 'pusher';
import PusherClient, {
  type Channel,
  type ChannelAuthorizationHandler,
  type UserAuthenticationHandler,
} from 'pusher-js';
import { onTestFinished } from 'vitest';
import { app } from './realtime-world';
import { within } from './within';

/** Whoever is at the client: what their application says of them. */
export interface Person {
  id: string;
  info?: Record<string, unknown>;
  watchlist?: string[];
}

/** The library's own type wants an endpoint as well, which it does not use then. */
type CustomAuth<Handler> = { customHandler: Handler } & { transport: 'ajax'; endpoint: string };

/** The browser's library, once it is connected. */
export async function connectPusher(port: number, api: Pusher, person?: Person) {
  const client = makePusher(port, api, person);
  await until(client.connection, 'connected');
  return client;
}

/** The browser's library; the application's own answers for the person at it. */
export function makePusher(port: number, api: Pusher, person?: Person): PusherClient {
  const client = new PusherClient(app.key, {
    cluster: 'local',
    wsHost: '127.0.0.1',
    wsPort: port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, callback) => {
        const isPresence = channelName.startsWith('presence-');
        const member = isPresence && person && { user_id: person.id, user_info: person.info };
        callback(null, api.authorizeChannel(socketId, channelName, member || undefined));
      },
    } as CustomAuth<ChannelAuthorizationHandler>,
    userAuthentication: {
      customHandler: ({ socketId }, callback) => {
        const { id = '', info, watchlist } = person ?? {};
        callback(null, api.authenticateUser(socketId, { id, user_info: info, watchlist }));
      },
    } as CustomAuth<UserAuthenticationHandler>,
  });
  onTestFinished(() => client.disconnect());
  return client;
}

/** Anything one can bind to: a client, a connection, a channel, a user. */
interface Bindable {
  bind(event: string, callback: (data: never) => void): unknown;
  unbind(event: string, callback: (data: never) => void): unknown;
}

/** What comes next under this name. */
export function until<T = unknown>(source: Bindable, event: string): Promise<T> {
  const come = new Promise<T>((resolve) => {
    const take = (data: T) => {
      source.unbind(event, take as (data: never) => void);
      resolve(data);
    };
    source.bind(event, take as (data: never) => void);
  });
  return within(come, event);
}

/** Subscribes and waits until the server has let it in. */
export async function join(client: PusherClient, name: string): Promise<Channel> {
  const channel = client.subscribe(name);
  if (!channel.subscribed) await until(channel, 'pusher:subscription_succeeded');
  return channel;
}

/** Collects what comes under this name, to see that something did not. */
export function collect<T = unknown>(source: Bindable, event: string): T[] {
  const got: T[] = [];
  source.bind(event, ((data: T) => got.push(data)) as (data: never) => void);
  return got;
}
