import type Pusher from 'pusher-js';
import { askRealtime } from './ask-realtime';
import { emitter } from './emitter';
import { openPusher, type PageConfig } from './open-pusher';
import { isOver, type RealtimeState } from './realtime-state';
import { retryDelay } from './retry-delay';
import { subscriptions } from './subscriptions';

/** An operation that the server asks of the page. */
export interface ServerMessage {
  op: string;
  data: unknown;
}

/** A page's ear: one connection, whatever parts of the page listen. */
export interface RealtimeClient {
  state(): RealtimeState;
  onState(listener: (state: RealtimeState) => void): () => void;
  /** Hears an event on any channel of the person's; what is of another tenant is left out. */
  on<T>(event: string, listener: (payload: T) => void): () => void;
  /** Hears an operation, with the answer to a message or later. */
  onOp<T>(op: string, listener: (data: T) => void): () => void;
  /** Called each time everything is heard again: what was said meanwhile is in the database. */
  onCaughtUp(listener: () => void): () => void;
  /** Sends a message; operations that answer it are heard by `onOp`, too. @returns them, null if it did not arrive. */
  send(op: string, data?: unknown): Promise<ServerMessage[] | null>;
  /** Id of whose page it is, once that is known. */
  me(): string | null;
  pusher(): Pusher | null;
  stop(): void;
}

/** Names of what the server says to every page: see lib/realtime. */
const channelsChanged = 'channels.changed';
const clientMessage = 'client.message';

/**
 * Connects a page of somebody who is signed in, and keeps it connected: after sleep, a restart of the
 * server, a change of channels, a sign-out elsewhere. It says so when it is offline.
 *
 * @param basePath - what the tenant's addresses begin with; empty on its own host.
 */
export function startRealtime(basePath: string): RealtimeClient {
  const events = emitter();
  const ops = emitter();
  const own = emitter();
  const heard = new Set<string>();
  let state: RealtimeState = 'starting';
  let pusher: Pusher | null = null;
  let config: PageConfig | null = null;
  let isStopped = false;
  let attempt = 0;

  const become = (next: RealtimeState) => {
    if (isStopped || next === state) return;
    state = next;
    own.emit('state', next);
    if (isOver(next)) pusher?.disconnect();
  };
  const later = (work: () => void) => {
    attempt += 1;
    setTimeout(() => isStopped || isOver(state) || work(), retryDelay(attempt));
  };
  const deliver = ({ op, data }: ServerMessage) => ops.emit(op, data);
  const send = async (op: string, data: unknown = null) => {
    const socket_id = pusher?.connection.socket_id;
    const found = await askRealtime<{ messages: ServerMessage[] }>(basePath, 'op', {
      ...{ op, data, socket_id },
    });
    if (found.kind === 'signed-out') become('signed-out');
    if (found.kind !== 'ok') return null;
    found.body.messages.forEach(deliver);
    return found.body.messages;
  };
  const listen = (event: string) => {
    if (!pusher || heard.has(event)) return;
    heard.add(event);
    pusher.bind(event, (payload: { tenant?: string } | null) => {
      const isElsewhere = payload?.tenant && payload.tenant !== config?.tenantId;
      if (!isElsewhere) events.emit(event, payload);
    });
  };

  const refresh = async (subscribe: ReturnType<typeof subscriptions>) => {
    const found = await askRealtime<{ channels: string[] }>(basePath, 'channels');
    if (isStopped) return;
    if (found.kind === 'signed-out') return become('signed-out');
    if (found.kind === 'failed') return later(() => void refresh(subscribe));
    const isMember = found.body.channels.some((name) => name.startsWith('private-org-'));
    if (subscribe.hadTenant() && !isMember) return become('left');
    const socketId = pusher?.connection.socket_id;
    const { state: connection } = pusher?.connection ?? {};
    if (!socketId || connection !== 'connected') return pusher?.connect();
    const isHeard = await subscribe.to([...found.body.channels, `private-conn-${socketId}`]);
    if (isStopped || pusher?.connection.socket_id !== socketId) return;
    if (!isHeard) return later(() => void refresh(subscribe));
    attempt = 0;
    if (isMember) await send('connect');
    become('on');
    if (state === 'on') own.emit('caught-up', null);
  };

  const begin = async () => {
    const found = await askRealtime<PageConfig | { enabled: false }>(basePath, 'config');
    if (isStopped) return;
    if (found.kind === 'signed-out') return become('signed-out');
    if (found.kind === 'failed') {
      become('offline');
      return later(begin);
    }
    if (!found.body.enabled) return become('off');
    config = found.body;
    pusher = await openPusher(basePath, config);
    const subscribe = subscriptions(pusher);
    pusher.signin();
    pusher.connection.bind('connected', () => void refresh(subscribe));
    pusher.connection.bind('state_change', ({ current }: { current: string }) => {
      if (current !== 'connected' && !isOver(state)) become('offline');
      // The server sent it away: whether somebody is still signed in here decides.
      if (current === 'disconnected' && !isOver(state)) later(() => void refresh(subscribe));
    });
    for (const event of [channelsChanged, clientMessage, ...wanted]) listen(event);
    events.on(channelsChanged, () => later(() => void refresh(subscribe)));
    events.on<ServerMessage>(clientMessage, deliver);
  };
  const wanted = new Set<string>();
  void begin();

  return {
    state: () => state,
    onState: (listener) => own.on('state', listener),
    on: (event, listener) => {
      wanted.add(event);
      listen(event);
      return events.on(event, listener);
    },
    onOp: (op, listener) => ops.on(op, listener),
    onCaughtUp: (listener) => own.on('caught-up', listener),
    send,
    me: () => config?.userId ?? null,
    pusher: () => pusher,
    stop: () => {
      isStopped = true;
      pusher?.disconnect();
    },
  };
}
