import { and, asc, desc, eq, gt, ilike, isNotNull, isNull, or } from 'drizzle-orm';
import {
  domains,
  memberships,
  supportGrants,
  supportSessions,
  tenants,
  users,
} from '../../db/schema/platform';
import { homeUrlOf } from '../../tenancy/tenant-address';
import type { PlatformContext } from '../platform-context';

/** Somebody whom a superuser can act as. */
export interface Actable {
  id: string;
  name: string;
  email: string;
  role: string;
}

/** An access of support as the console shows it. Plain data. */
export interface ConsoleSupport {
  id: string;
  superuserId: string;
  superuserName: string;
  userName: string;
  reason: string;
  canWrite: boolean;
  expiresAt: string;
  /** Null while it runs. */
  endedAt: string | null;
}

const mostOffered = 100;

/**
 * Lists members of a tenant whom one can act as: active, no superusers of the platform.
 *
 * @param text - part of a name or email; empty for all.
 * @returns the first hundred by name, and until when changes are granted.
 */
export async function listActable(
  { db }: Pick<PlatformContext, 'db'>,
  tenantId: string,
  text: string,
): Promise<{ people: Actable[]; grantedUntil: string | null }> {
  const part = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const [people, [grant]] = await db.read((tx) =>
    Promise.all([
      tx
        .select({ id: users.id, name: users.name, email: users.email, role: memberships.role })
        .from(memberships)
        .innerJoin(users, eq(users.id, memberships.userId))
        .where(
          and(
            eq(memberships.tenantId, tenantId),
            isNull(memberships.deactivatedAt),
            eq(users.isActive, true),
            eq(users.isSuperuser, false),
            or(ilike(users.name, part), ilike(users.email, part)),
          ),
        )
        .orderBy(asc(users.name), asc(users.id))
        .limit(mostOffered),
      tx.select().from(supportGrants).where(eq(supportGrants.tenantId, tenantId)),
    ]),
  );
  const isGranted = grant && grant.until.getTime() > Date.now();
  return { people, grantedUntil: isGranted ? grant.until.toISOString() : null };
}

const columns = {
  id: supportSessions.id,
  superuserId: supportSessions.superuserId,
  superuserName: supportSessions.superuserName,
  userName: supportSessions.userName,
  reason: supportSessions.reason,
  canWrite: supportSessions.canWrite,
  expiresAt: supportSessions.expiresAt,
  endedAt: supportSessions.endedAt,
};

const lastShown = 5;

/** The last accesses to a tenant, for its page: whom somebody acted as, and whether it runs. */
export async function listSupport(
  { db }: Pick<PlatformContext, 'db'>,
  tenantId: string,
): Promise<ConsoleSupport[]> {
  const rows = await db.read((tx) =>
    tx
      .select(columns)
      .from(supportSessions)
      .where(eq(supportSessions.tenantId, tenantId))
      .orderBy(desc(supportSessions.startedAt))
      .limit(lastShown),
  );
  return rows.map((row) => ({ ...row, ...timesOf(row) }));
}

/** Reads the access that whoever asks has running at a tenant, with the way in; null where there is none. */
export async function readOwnSupport(
  { db, actor }: Pick<PlatformContext, 'db' | 'actor'>,
  tenantId: string,
): Promise<(ConsoleSupport & { homeUrl: string }) | null> {
  const isPrimary = and(
    eq(domains.tenantId, tenants.id),
    eq(domains.isPrimary, true),
    isNotNull(domains.verifiedAt),
  );
  const [row] = await db.read((tx) =>
    tx
      .select({ ...columns, slug: tenants.slug, primary: domains.hostname })
      .from(supportSessions)
      .innerJoin(tenants, eq(tenants.id, supportSessions.tenantId))
      .leftJoin(domains, isPrimary)
      .where(
        and(
          eq(supportSessions.tenantId, tenantId),
          eq(supportSessions.superuserId, actor.id),
          isNull(supportSessions.endedAt),
          gt(supportSessions.expiresAt, new Date()),
        ),
      ),
  );
  if (!row) return null;
  const { slug, primary, ...rest } = row;
  return { ...rest, ...timesOf(row), homeUrl: homeUrlOf(slug, primary) };
}

/** One whose time is up has ended, whether or not it was written down already. */
function timesOf({ expiresAt, endedAt }: { expiresAt: Date; endedAt: Date | null }) {
  const isOver = expiresAt.getTime() <= Date.now();
  return {
    expiresAt: expiresAt.toISOString(),
    endedAt: (endedAt ?? (isOver ? expiresAt : null))?.toISOString() ?? null,
  };
}
