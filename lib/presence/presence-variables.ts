import { z } from 'zod';
import { redisUrl, whole } from '../env-shapes';

/** What says where is kept who is where, and for how long without a sign of life (S2.7, S2.8). */
export const presenceVariables = {
  PRESENCE_BACKEND: z
    .enum(['memory', 'postgres', 'redis'], 'expected memory, postgres or redis, as in postgres')
    .optional(),
  PRESENCE_REDIS_URL: redisUrl.optional(),
  PRESENCE_SECONDS: whole(10, 3600, 75),
};

interface Given {
  PRESENCE_BACKEND?: string;
  PRESENCE_REDIS_URL?: string;
  REDIS_URL?: string;
}

/** What one of them demands of another. */
export function checkPresence(
  { PRESENCE_BACKEND, PRESENCE_REDIS_URL, REDIS_URL }: Given,
  { addIssue }: z.core.$RefinementCtx,
): void {
  if (PRESENCE_BACKEND !== 'redis' || PRESENCE_REDIS_URL || REDIS_URL) return;
  const message = 'missing, since PRESENCE_BACKEND is redis; as in redis://localhost:6379';
  addIssue({ code: 'custom', path: ['PRESENCE_REDIS_URL'], message });
}
