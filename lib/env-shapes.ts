import { z } from 'zod';

/** A variable that is on or off. */
export const flag = z
  .enum(['0', '1', 'true', 'false'], 'expected 1 or 0, as in 1')
  .transform((value) => value === '1' || value === 'true');

/** A variable that is the address of a Redis. */
export const redisUrl = z
  .string()
  .regex(/^rediss?:\/\/\S+$/, 'expected redis://user:password@host:6379/0');

/** A variable that is a whole number in some range. */
export function whole(least: number, most: number, usual: number) {
  const message = `expected a whole number from ${least} to ${most}, as in ${usual}`;
  return z.coerce
    .number(message)
    .int(message)
    .min(least, message)
    .max(most, message)
    .default(usual);
}

export const elasticsearchUrl = z
  .string()
  .regex(/^https?:\/\/\S+$/, 'expected http://user:password@host:9200 or https://...');

/** What the names of indexes begin with. */
export const indexPrefix = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected small letters, digits and hyphens, as in tenantry');
