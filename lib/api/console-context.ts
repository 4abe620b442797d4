import type { Permission } from '../auth/permissions';
import type { Viewer } from '../auth/viewer';
import { consoleDb } from '../db/console-db';
import type { PlatformDb } from '../db/platform-tx';
import type { Actor } from '../tenancy/tenant';

/** The root host with whoever visits, signed in or not. */
export interface RootContext {
  tenant: null;
  viewer: Viewer | null;
  requestId: string;
}

/** The root host with the person who acts there. Built only by doors. */
export interface ConsoleContext extends RootContext {
  viewer: Viewer;
  /** Shows nothing to who is no superuser, whatever `can` says. */
  db: PlatformDb;
  actor: Actor;
  can(permission: Permission): boolean;
}

/** Joins the root host with a person. Only a superuser may do more than use their own account. */
export function consoleContext(viewer: Viewer, requestId: string): ConsoleContext {
  return {
    tenant: null,
    viewer,
    requestId,
    db: consoleDb(viewer.sessionId),
    actor: { id: viewer.userId, name: viewer.name },
    can: (permission) => permission === 'account.use' || viewer.isSuperuser,
  };
}
