import { Redis } from 'ioredis';
import { env } from '../../env';
import { type Examination, fault } from './diagnosis';

const patienceMilliseconds = 3000;
const oldestServer = 6;

/** Where caches and state are to be shared, their server answers and is new enough. */
export const examineRedis: Examination = {
  name: 'redis',
  isApart: true,
  run: async () => {
    const { REDIS_URL } = env();
    if (!REDIS_URL) return [];
    const link = new Redis(REDIS_URL, {
      ...{ lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null },
      ...{ connectTimeout: patienceMilliseconds, commandTimeout: patienceMilliseconds },
    });
    let reason = '';
    link.on('error', (error) => {
      reason = reasonOf(error);
    });
    try {
      await link.connect();
      const [, version = '0'] = /redis_version:(\S+)/.exec(await link.info('server')) ?? [];
      if (Number.parseInt(version, 10) >= oldestServer) return [];
      const what = `Redis is ${version}; ${oldestServer}.0 or newer is needed.`;
      return [fault(what, 'Move to a newer server, or set STATE_BACKEND=postgres.')];
    } catch (error) {
      const what = `REDIS_URL leads nowhere: ${reason || reasonOf(error)}. Caches are empty, and state cannot be kept.`;
      const remedy =
        'See that the server runs and that REDIS_URL is right; without it, set STATE_BACKEND=postgres.';
      return [fault(what, remedy)];
    } finally {
      link.disconnect();
    }
  },
};

function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || 'no answer';
}
