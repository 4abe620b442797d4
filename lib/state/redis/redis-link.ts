import { Redis, ReplyError } from 'ioredis';
import { outageLog } from '../outage-log';
import { NotCountable, StateAway } from '../state-engine';
import { type RedisScript, redisScripts } from './redis-scripts';

/** A Redis that never keeps anybody waiting: it answers soon, or is away. */
export interface RedisLink {
  run(script: RedisScript, key: string, args: (string | number)[]): Promise<unknown>;
  /** Whether it answers at all. */
  ping(): Promise<boolean>;
  end(): Promise<void>;
}

const patience = { connectTimeout: 1000, commandTimeout: 500 };
// After a silence the next question would wait as long again: for this while nobody asks.
const restMilliseconds = 1000;

/**
 * Opens a connection, which comes back by itself whenever it is lost. Loaded only where a Redis is
 * configured.
 */
export function openRedis(url: string): RedisLink {
  const outage = outageLog('redis');
  const redis = new Redis(url, {
    ...patience,
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), restMilliseconds),
  });
  redis.on('error', outage.failed);
  for (const [name, lua] of Object.entries(redisScripts)) {
    redis.defineCommand(name, { numberOfKeys: 1, lua });
  }
  let restingUntil = 0;
  // The first question waits for the connection; later ones find it open, or are told at once.
  let opening: Promise<void> | undefined;
  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    opening ??= redis.connect().catch(() => {});
    await opening;
    if (Date.now() < restingUntil) throw new StateAway('redis');
    try {
      const answer = await question();
      outage.worked();
      return answer;
    } catch (error) {
      if (error instanceof Error && error.message.includes('NOTCOUNTABLE'))
        throw new NotCountable();
      // LOADING, MASTERDOWN, OOM, NOAUTH and the like: it is there and of no use.
      if (!(error instanceof ReplyError) && redis.status === 'ready') {
        restingUntil = Date.now() + restMilliseconds;
        redis.disconnect(true);
      }
      outage.failed(error);
      throw new StateAway('redis', { cause: error });
    }
  };
  type Commands = Record<RedisScript, (...args: (string | number)[]) => Promise<unknown>>;
  const commands = redis as unknown as Commands;
  return {
    run: (script, key, args) => ask(() => commands[script](key, ...args)),
    ping: () => ask(() => redis.ping()).then(isPong, () => false),
    end: async () => redis.disconnect(),
  };
}

function isPong(answer: string): boolean {
  return answer === 'PONG';
}
