import { type AppClient, appClient } from '../db/client';
import { hasAddress, homeUrlOf } from '../tenancy/tenant-address';

/** A tenant the person belongs to, as their switcher and account page show it. */
export interface OwnTenant {
  id: string;
  slug: string;
  name: string;
  status: 'active' | 'suspended' | 'maintenance';
  role: string;
  isStaff: boolean;
  /** As `#rrggbb`, or null for the default. */
  brandColor: string | null;
  /** Scheme and host of its primary address, or of the root host where it has none of its own. */
  origin: string;
  /** False where only a session leads to it: see sitesAddress. */
  hasAddress: boolean;
  /** Whether it is where the person begins when the session names the tenant (S2.20). */
  isDefault: boolean;
}

/** A browser or a program that the person is signed in with, on one host or several. */
export interface OwnSession {
  /** What endOtherSessions takes. */
  id: string;
  /** The one that asks. */
  isCurrent: boolean;
  kind: 'browser' | 'api';
  /** Names of its tenants, in order; null is the root host. */
  places: (string | null)[];
  userAgent: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** The tenants of whoever holds this live session, by name, at most 200. */
export async function listOwnTenants(
  sessionId: string,
  client: AppClient = appClient(),
): Promise<OwnTenant[]> {
  await client.verified();
  const rows = await client.query(
    (sql) => sql`select * from platform.list_own_tenants(${sessionId})`,
  );
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    status: row.status,
    role: row.role,
    isStaff: row.is_staff,
    brandColor: row.brand_color,
    origin: homeUrlOf(row.slug, row.primary_domain),
    hasAddress: row.primary_domain !== null || hasAddress(row.slug),
    isDefault: row.is_default,
  }));
}

/** Where whoever holds this session is signed in, the last used first, at most 100. */
export async function listOwnSessions(
  sessionId: string,
  client: AppClient = appClient(),
): Promise<OwnSession[]> {
  await client.verified();
  const rows = await client.query(
    (sql) => sql`select * from platform.list_own_sessions(${sessionId})`,
  );
  return rows.map((row) => ({
    id: row.id,
    isCurrent: row.is_current,
    kind: row.kind,
    places: row.places,
    userAgent: row.user_agent,
    address: row.address,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}
