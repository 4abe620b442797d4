import type { z } from 'zod';
import type { MemberContext, Viewer } from '../../auth/viewer';
import type { ChannelSession } from './channel-session';
import type { Multiplexer } from './multiplexer';

/** What a consumer's code knows of who sends, and from where (S0.3, S0.12 to S0.14, S0.28). */
export interface ConsumerContext extends MemberContext {
  /** The sender, read from the database for this message. */
  user: Viewer;
  /** The session of the browser, which all its connections share. */
  httpSession: { id: string };
  /** What is kept for this connection alone, and ends with it. */
  channelSession: ChannelSession;
  socketId: string;
  /** Of the address it was sent to. */
  params: Record<string, string>;
  multiplexer: Multiplexer;
}

/** A message as a consumer receives it (S0.25, S0.26). */
export interface Received<D = unknown> {
  ctx: ConsumerContext;
  user: Viewer;
  op: string;
  /** Id of the tenant it is for, which the sender belongs to. */
  forOrg: string;
  data: D;
  multiplexer: Multiplexer;
}

/** One operation that clients may ask for. */
export interface Operation<S extends z.ZodType = z.ZodType> {
  data: S;
  run(received: Received<z.output<S>>): Promise<void> | void;
}

type Hook = (ctx: ConsumerContext, multiplexer: Multiplexer) => Promise<void> | void;

/** What answers messages of clients. Made by `defineConsumer` or `withChannel`. */
export interface Consumer {
  /** By name, as in 'todo.add': known to one consumer each. */
  ops: Record<string, Operation>;
  /** After a page has connected (S0.23). */
  onConnect?: Hook;
  /** After its connection has gone, where the server tells of it (S0.24). */
  onDisconnect?: (ctx: DisconnectContext) => Promise<void> | void;
  /** Everything that is none of `ops`; without it that is an error. */
  onReceive?(received: Received): Promise<void> | void;
  /**
   * Whether a message of somebody who is signed out closes all connections of theirs (S0.20). It is
   * never processed either way.
   */
  disconnectIfHttpLoggedOut: boolean;
}

/** What is left to know when a connection has gone: nobody sends any more. */
export interface DisconnectContext {
  socketId: string;
  tenantId: string;
  userId: string;
  /** As it was at the end. */
  channelSession: Record<string, unknown>;
}
