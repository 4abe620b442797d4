import type { ActedVia } from '../events/record-event';
import type { Actor, TenantContext } from '../tenancy/tenant';
import type { Permission, Rights } from './permissions';
import type { SupportAccess } from './support/support-access';

/** Somebody with a live session, and what they are in the tenant of the host they are on. */
export interface Viewer {
  userId: string;
  name: string;
  email: string;
  /** Of an API key its own id, which is no session's: what only people may do finds nobody. */
  sessionId: string;
  /** Superuser of the platform. Counts on the root host alone (S1.24). */
  isSuperuser: boolean;
  /** Null on the root host, and for who is no member of the tenant. */
  membership: (Rights & { id: string }) | null;
  /** The API key that acts in their name; absent for the person themself. */
  apiKey?: ActingKey;
  /** Set where it is not the person who acts, but a superuser of the platform as them. */
  support?: SupportAccess | null;
}

/** A key of the API, at work. */
export interface ActingKey {
  id: string;
  name: string;
  expiresAt: Date | null;
}

/** A tenant's context with whoever visits, signed in or not. */
export interface VisitorContext extends TenantContext {
  viewer: Viewer | null;
  requestId: string;
}

/** A tenant's context with the person who acts in it. Built only by doors. */
export interface MemberContext extends TenantContext {
  viewer: Viewer;
  actor: Actor;
  /** What acts in the person's name, for what is recorded. */
  via?: ActedVia;
  requestId: string;
  /** Who acts as the person; null where it is the person. `can` knows of it. */
  support: SupportAccess | null;
  can(permission: Permission): boolean;
}
