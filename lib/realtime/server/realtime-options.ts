import type { IncomingMessage } from 'node:http';
import type { RealtimeLimits } from './realtime-limits';
import type { RealtimeStats } from './realtime-stats';

/** The application whose clients connect. Whoever knows the secret may publish and authorise. */
export interface RealtimeApp {
  id: string;
  key: string;
  secret: string;
}

export interface RealtimeLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RealtimeServerOptions {
  app: RealtimeApp;
  /** Without one, 127.0.0.1. */
  host?: string;
  /** 0 or none: any free one. */
  port?: number;
  /** What stands before `/app` in the address of sockets, as in `/live`; the HTTP API has none. */
  wsPath?: string;
  /** Whether a page of this origin may connect. Programs send no origin and are not asked about. */
  isAllowedOrigin?: (origin: string) => boolean | Promise<boolean>;
  /** Who connects, for the rate of connections; without it, the address of the connection. */
  clientAddressOf?: (request: IncomingMessage) => string;
  limits?: Partial<RealtimeLimits>;
  webhooks?: { url: string }[];
  /** Tells subscribers of a channel, but for presence channels, how many they are. Off without it. */
  subscriptionCounts?: boolean;
  /** Listening alone keeps the process running. Without it, only what else it does counts. */
  holdsProcess?: boolean;
  log?: RealtimeLog;
}

export interface RealtimeServer {
  port: number;
  stats(): RealtimeStats;
  /**
   * Says goodbye to all sockets, spread over a while so that they do not return all at once, sends
   * the webhooks that wait and stops listening. Calling it again gives the same promise.
   */
  close(): Promise<void>;
}
