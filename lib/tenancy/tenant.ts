import type { ScopedDb } from '../db/scoped-db';
import type { Placement } from '../db/tenant-scope';
import type { TenantSettings } from './tenant-settings';

export type { TenantSettings };

/** A tenant as the application sees it. Plain data: it travels through the cache. */
export interface TenantInfo {
  id: string;
  slug: string;
  name: string;
  status: 'active' | 'suspended';
  settings: TenantSettings;
  metadata: Record<string, unknown>;
  placement: Placement;
  /** Host, with port where it has one, that canonical addresses use. */
  primaryHost: string;
  /** Scheme and primary host. */
  origin: string;
  /** Canonical address of the site, without a slash at its end: `origin`, and the path that names it where paths do. */
  homeUrl: string;
  /** What addresses of the answer at hand begin with: `/acme` where the path named the tenant, else nothing. */
  basePath: string;
  /** ISO time, or null. */
  suspendedAt: string | null;
}

/** Who does something, as the event log remembers it. */
export interface Actor {
  id: string;
  name: string;
}

/** What domain code works with. Built only by doors, the worker, the CLI and tests. */
export interface TenantContext {
  tenant: TenantInfo;
  db: ScopedDb;
  /** Absent where nobody in particular acts: public pages, the worker, seeds. */
  actor?: Actor;
  requestId?: string;
}
