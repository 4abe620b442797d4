import type { IncomingMessage } from 'node:http';

export interface RealtimeServer {
  port: number;
  stats(): Record<string, unknown>;
  close(): Promise<void>;
}

export async function startRealtimeServer(_: {
  app: { id: string; key: string; secret: string };
  port?: number;
  isAllowedOrigin?: (origin: string) => boolean | Promise<boolean>;
  clientAddressOf?: (request: IncomingMessage) => string;
  webhooks?: { url: string }[];
  log?: unknown;
}): Promise<RealtimeServer> {
  throw new Error('not yet');
}
