import { derived } from './auth-secret';

/** A tenant's id, or null for the root host: whose sessions are meant. */
export type Realm = string | null;

/** The realm's name, as keys are derived from it and attempts counted under it. */
export function realmName(realm: Realm): string {
  return realm ?? 'platform';
}

/**
 * The key of a realm's cookies. Derived from the tenant's id, never from slug or host: those change
 * hands, and a cookie of one tenant must be noise to every other (S1.3, C4).
 */
export function sessionKey(realm: Realm): string {
  return derived(`session:${realmName(realm)}`).toString('hex');
}
