import { createHash } from 'node:crypto';
import { NoTenantBound } from '../errors';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const spaceName = /^[a-z][a-z-]{0,30}$/;
const longest = 200;
// Control characters, and halves of surrogate pairs: no database and no protocol takes all of them.
const unstorable = /[\p{Cc}\p{Surrogate}]/u;

/** Makes the beginning of a tenant's keys. Only the isolation run's saboteurs give another. */
export type KeyPrefix = (tenantId: string, space: string) => string;

/**
 * Gives what every stored key of a tenant begins with, as `app:tenant:<id>:session:` (S2.41). It is
 * the one place that puts the tenant into a key. The id is a uuid and the space a plain word, so
 * nothing that follows can reach into somebody else's keys.
 *
 * @param space - what is kept: `cache`, `session`.
 * @throws NoTenantBound without a tenant; Error for what is no uuid or no plain word.
 */
export function stateKeyPrefix(tenantId: string, space: string): string {
  if (!tenantId) throw new NoTenantBound(`The key of "${space}"`);
  if (!uuid.test(tenantId)) throw new Error('The tenant id is not a uuid.');
  if (!spaceName.test(space))
    throw new Error(`"${space}" is no name for a space: use small letters.`);
  return `app:tenant:${tenantId}:${space}:`;
}

/** The same key as people read it: with the tenant's slug. For messages and logs, never to store. */
export function shownStateKey(slug: string, space: string, key: string): string {
  return `app:tenant:${slug}:${space}:${key}`;
}

/**
 * Gives the form a key is stored in: itself, or its beginning and a hash where it is long or holds
 * what cannot be stored. `:` and `*` mean nothing in it.
 *
 * @throws Error for an empty key.
 */
export function storedKey(key: string): string {
  if (typeof key !== 'string' || key === '') throw new Error('A key is a text that is not empty.');
  if (key.length <= longest && !unstorable.test(key)) return key;
  const hash = createHash('sha256').update(JSON.stringify(key)).digest('base64url');
  return `${key.slice(0, 60).replaceAll(/[^\w:.-]/g, '_')}~${hash}`;
}
