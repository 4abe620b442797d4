import type { tenants } from '../db/schema/platform';
import type { ScopedDb } from '../db/scoped-db';
import type { Placement } from '../db/tenant-scope';
import type { TenantStore } from '../state/tenant-store';
import type { FeatureName } from './tenant-features';
import type { TenantSettings } from './tenant-settings';

export type { TenantSettings };

/** A tenant's row as JSON has it: times are texts. */
export type TenantRow = {
  [K in keyof typeof tenants.$inferSelect]: JsonOf<(typeof tenants.$inferSelect)[K]>;
};

type JsonOf<V> = V extends Date ? string : V;

/** A tenant as the application sees it (S2.23). Plain data: it travels through the cache. */
export interface TenantInfo {
  id: string;
  slug: string;
  /** What people call it; the slug where nobody has said. */
  name: string;
  status: 'active' | 'suspended' | 'maintenance';
  /** With defaults for what is missing or unusable. */
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
  /** While it is closed for work on it. */
  maintenance: { id: string; message: string; since: string; until: string | null } | null;
  /** The row itself, with what this release does not know of its settings; secrets are taken out. */
  raw: TenantRow;
}

/** A value of settings that this release does not know, of the kind of its default. */
type Like<V> = V extends string
  ? string
  : V extends number
    ? number
    : V extends boolean
      ? boolean
      : V;

/** The same with what one asks of it. A context has it; it does not travel through the cache. */
export interface Tenant extends TenantInfo {
  /**
   * Gives a setting (S2.24): the tenant's own where it has a usable one, else `fallback`, else the
   * default of this release.
   */
  getSetting<K extends keyof TenantSettings>(
    key: K,
    fallback?: TenantSettings[K],
  ): TenantSettings[K];
  /** The same for settings of your own. One that is not of the fallback's kind counts as missing. */
  getSetting<V>(key: string, fallback: V): Like<V>;
  /** True for a flag that is on; one nobody has set is off. */
  hasFeature(flag: FeatureName): boolean;
  /** True for the same tenant, however old either of the two is. */
  equals(other: { id: string } | null | undefined): boolean;
}

/** Who does something, as the event log remembers it. */
export interface Actor {
  id: string;
  name: string;
}

/** What domain code works with. Built only by doors, the worker, the CLI and tests. */
export interface TenantContext {
  tenant: Tenant;
  db: ScopedDb;
  /** What was worked out and may be forgotten (S3.12). */
  cache: TenantStore;
  /** What is kept for a while under a name, as `session` (S2.40). */
  state(space: string): TenantStore;
  /** Absent where nobody in particular acts: public pages, the worker, seeds. */
  actor?: Actor;
  requestId?: string;
}
