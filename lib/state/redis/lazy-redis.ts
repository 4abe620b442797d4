import type { RedisLink } from './redis-link';

/** A connection whose program is loaded when it is first asked: most installations have no Redis. */
export function lazyRedis(url: string): RedisLink {
  let opened: Promise<RedisLink> | undefined;
  const link = () => {
    opened ??= import('./redis-link').then(({ openRedis }) => openRedis(url));
    return opened;
  };
  return {
    run: async (...question) => (await link()).run(...question),
    ping: async () => (await link()).ping(),
    end: async () => (await opened)?.end(),
  };
}
