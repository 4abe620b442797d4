import { z } from 'zod';

export const usualCacheSettings = { timeoutSeconds: 86_400, mostKeys: 10_000 };

const whole = (most: number) => z.int().min(1).max(most);

/** What the platform says of a tenant's cache (S3.13). Unusable values fall back to the defaults. */
export const cacheSettingsSchema = z
  .object({
    backend: z.enum(['memory', 'postgres', 'redis']).optional().catch(undefined),
    timeoutSeconds: whole(30 * 86_400).catch(usualCacheSettings.timeoutSeconds),
    mostKeys: whole(1_000_000).catch(usualCacheSettings.mostKeys),
  })
  .catch(usualCacheSettings);

export type CacheSettings = z.infer<typeof cacheSettingsSchema>;
