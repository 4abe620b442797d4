/** How much the server bears, and for how long it waits. All have a default. */
export interface RealtimeLimits {
  /** Sockets at once. */
  connections: number;
  connectionsPerAddressPerMinute: number;
  /** What may wait to be sent to one socket before it counts as too slow. */
  sendBufferBytes: number;
  /** The longest message a client may send. */
  frameBytes: number;
  framesPerSecond: number;
  /** The longest data of an event, from a program or a client. */
  eventBytes: number;
  /** The longest body of a request to the HTTP API. */
  requestBytes: number;
  clientEventsPerSecond: number;
  presenceMembers: number;
  userInfoBytes: number;
  watchlistUsers: number;
  channelsPerConnection: number;
  /** Told to clients: after so much silence they ask whether the server is there. */
  activityTimeoutSeconds: number;
  pingIntervalMs: number;
  pongTimeoutMs: number;
  /** A socket over which nothing was said for so long is closed. */
  idleTimeoutMs: number;
  /** By then a socket has signed in or holds a channel that asks for a signature; 0: no need to. */
  signInTimeoutMs: number;
  /** How long the answer about an origin, and the goodbye of a closing socket, may take. */
  originTimeoutMs: number;
  closeTimeoutMs: number;
  /** Over how long the sockets are closed when the server stops. */
  shutdownSpreadMs: number;
  /** How much longer it then tells those who return at once to come a second later. */
  shutdownLingerMs: number;
  cacheTtlSeconds: number;
  /** For the last events of all cache channels together. */
  cacheBytes: number;
  /** How long an emptied channel or a member gone has to come back before anybody is told. */
  webhookGraceMs: number;
  webhookBatchMs: number;
  webhookTimeoutMs: number;
  /** The first wait after a failure; each further one is twice as long. */
  webhookBackoffMs: number;
  /** After so long a webhook is given up. */
  webhookRetryMs: number;
  /** Events that may wait for one address; with more, the oldest go. */
  webhookQueue: number;
}

const longestRetryMs = 300_000;
const longestGraceMs = 3000;
const longestCacheSeconds = 1800;

/** @returns every limit, as given or usual; what the protocol bounds is kept within its bounds. */
export function realtimeLimits(given: Partial<RealtimeLimits> = {}): RealtimeLimits {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const limits: RealtimeLimits = { ...usualLimits, ...Object.fromEntries(said) };
  return {
    ...limits,
    cacheTtlSeconds: Math.min(limits.cacheTtlSeconds, longestCacheSeconds),
    webhookGraceMs: Math.min(limits.webhookGraceMs, longestGraceMs),
    webhookRetryMs: Math.min(limits.webhookRetryMs, longestRetryMs),
  };
}

const usualLimits: RealtimeLimits = {
  connections: 20_000,
  connectionsPerAddressPerMinute: 600,
  sendBufferBytes: 1_048_576,
  frameBytes: 65_536,
  framesPerSecond: 300,
  eventBytes: 10_240,
  requestBytes: 1_048_576,
  clientEventsPerSecond: 10,
  presenceMembers: 100,
  userInfoBytes: 1024,
  watchlistUsers: 100,
  channelsPerConnection: 200,
  activityTimeoutSeconds: 120,
  pingIntervalMs: 30_000,
  pongTimeoutMs: 30_000,
  idleTimeoutMs: 86_400_000,
  signInTimeoutMs: 30_000,
  originTimeoutMs: 5000,
  closeTimeoutMs: 2000,
  shutdownSpreadMs: 1000,
  shutdownLingerMs: 250,
  cacheTtlSeconds: longestCacheSeconds,
  cacheBytes: 16_777_216,
  webhookGraceMs: longestGraceMs,
  webhookBatchMs: 50,
  webhookTimeoutMs: 5000,
  webhookBackoffMs: 500,
  webhookRetryMs: longestRetryMs,
  webhookQueue: 10_000,
};
