import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Realm, realmName } from '../session-key';
import { keyedHash, open, seal } from './sealing';

export const pendingSeconds = 5 * 60;

/** A sign-in whose password was right and whose code is still to come. */
export interface PendingSignIn {
  /** Counts its attempts, and is used once. */
  id: string;
  userId: string;
  /** Of the password it was begun with: one that is changed meanwhile ends it. */
  passwordMark: string;
  /** Whether the cookie is to outlive the browser. */
  keep: boolean;
  /** The known browser it was begun in, by the hash of its token; null for any other. */
  device: string | null;
  /** The provider that took the place of the password. */
  by?: string;
  /** In seconds since 1970. */
  expires: number;
}

const schema = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  passwordMark: z.string(),
  keep: z.boolean(),
  device: z.string().nullable(),
  by: z.string().optional(),
  expires: z.number(),
});

/** What the browser holds meanwhile. It opens nothing, and means something in its own realm only. */
export function sealPending(
  realm: Realm,
  pending: Omit<PendingSignIn, 'id' | 'expires'>,
  now = Date.now(),
): string {
  const expires = Math.floor(now / 1000) + pendingSeconds;
  return seal(purposeOf(realm), JSON.stringify({ ...pending, id: randomUUID(), expires }));
}

/** @returns null for anything but a pending sign-in of this realm that has not run out. */
export function readPending(
  realm: Realm,
  sealed: string | undefined,
  now = Date.now(),
): PendingSignIn | null {
  const text = sealed && sealed.length <= 2000 ? open(purposeOf(realm), sealed) : null;
  if (text === null) return null;
  const pending = schema.parse(JSON.parse(text));
  return pending.expires * 1000 > now ? pending : null;
}

/** Tells one password hash from another, and nothing else. */
export function markOfPassword(userId: string, passwordHash: string): string {
  return keyedHash(`password-mark:${userId}`, passwordHash);
}

function purposeOf(realm: Realm): string {
  return `pending-sign-in:${realmName(realm)}`;
}
