import type { PlatformDb } from '../db/platform-tx';
import type { Actor } from '../tenancy/tenant';

/** What the verbs of the console work with: who acts, and the database their session opens. */
export interface PlatformContext {
  db: PlatformDb;
  actor: Actor;
  requestId: string;
}
