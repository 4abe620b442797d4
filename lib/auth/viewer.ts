import type { Actor, TenantContext } from '../tenancy/tenant';
import type { Permission, Rights } from './permissions';

/** Somebody with a live session, and what they are in the tenant of the host they are on. */
export interface Viewer {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
  /** Superuser of the platform. Counts on the root host alone (S1.24). */
  isSuperuser: boolean;
  /** Null on the root host, and for who is no member of the tenant. */
  membership: (Rights & { id: string }) | null;
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
  requestId: string;
  can(permission: Permission): boolean;
}
