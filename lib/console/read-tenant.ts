import { asc, count, desc, eq } from 'drizzle-orm';
import { sealAudit } from '../audit/seal-audit';
import type { PlatformTx } from '../db/platform-tx';
import { domains, memberships, tenants, users } from '../db/schema/platform';
import { type DomainStatus, domainStatus } from '../domains/domain-status';
import { env } from '../env';
import { homeUrlOf } from '../tenancy/tenant-address';
import { consoleAudit } from './console-views';
import type { PlatformContext } from './platform-context';

/** A tenant as its page in the console shows it. Plain data. */
export interface ConsoleTenant {
  id: string;
  slug: string;
  name: string;
  status: 'active' | 'suspended' | 'maintenance' | 'deleted';
  placement: string;
  schemaName: string;
  settings: Record<string, unknown>;
  /** Scheme and host under the root domain. */
  origin: string;
  createdAt: string;
  suspendedAt: string | null;
  maintenance: { since: string; until: string | null; message: string } | null;
  /** Of a deleted one: what it was called, since when, and when it can be destroyed. */
  deleted: { slug: string; at: string; purgeAt: string; domains: string[] } | null;
  /** For how many days it could be restored if it were deleted now. */
  graceDays: number;
  owner: { name: string; email: string };
  members: number;
  domains: ConsoleDomain[];
  activity: TenantActivity[];
}

/** A domain of the tenant, and how it stands. */
export interface ConsoleDomain {
  id: string;
  hostname: string;
  isPrimary: boolean;
  isVerified: boolean;
  status: DomainStatus;
}

/** A line of the tenant's audit log. */
export interface TenantActivity {
  id: string;
  type: string;
  actor: string;
  label: string;
  at: string;
}

type Row = typeof tenants.$inferSelect;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const lastActs = 10;

/** Reads a tenant with what it has and what was done in it lately; null where there is none. */
export async function readTenant(
  { db }: Pick<PlatformContext, 'db'>,
  id: string,
): Promise<ConsoleTenant | null> {
  if (!uuid.test(id)) return null;
  await sealAudit(id);
  return db.read(async (tx) => {
    const [[found], owned, [counted], acts] = await Promise.all([
      tx
        .select({ tenant: tenants, owner: { name: users.name, email: users.email } })
        .from(tenants)
        .innerJoin(users, eq(users.id, tenants.ownerId))
        .where(eq(tenants.id, id)),
      listDomains(tx, id),
      tx.select({ n: count() }).from(memberships).where(eq(memberships.tenantId, id)),
      listActs(tx, id),
    ]);
    if (!found) return null;
    const { slug, name, status, placement, schemaName, settings } = found.tenant;
    return {
      ...{ id, slug, name, status, placement, schemaName, settings },
      origin: homeUrlOf(slug),
      createdAt: found.tenant.createdAt.toISOString(),
      suspendedAt: found.tenant.suspendedAt?.toISOString() ?? null,
      maintenance: maintenanceOf(found.tenant),
      deleted: deletionOf(found.tenant),
      graceDays: env().TENANT_GRACE_DAYS,
      owner: found.owner,
      members: counted?.n ?? 0,
      domains: owned,
      activity: acts,
    };
  });
}

function maintenanceOf({ status, maintenance }: Row): ConsoleTenant['maintenance'] {
  if (status !== 'maintenance' || !maintenance) return null;
  const { since, until, message } = maintenance;
  return { since, until, message };
}

function deletionOf({ slug, deletedAt, purgeAt, beforeDeletion }: Row): ConsoleTenant['deleted'] {
  if (!deletedAt) return null;
  return {
    slug: beforeDeletion?.slug ?? slug,
    at: deletedAt.toISOString(),
    purgeAt: (purgeAt ?? deletedAt).toISOString(),
    domains: (beforeDeletion?.domains ?? []).map(({ hostname }) => hostname),
  };
}

async function listDomains(tx: PlatformTx, id: string): Promise<ConsoleTenant['domains']> {
  const rows = await tx
    .select()
    .from(domains)
    .where(eq(domains.tenantId, id))
    .orderBy(desc(domains.isPrimary), asc(domains.hostname));
  return rows.map((row) => ({
    ...{ id: row.id, hostname: row.hostname, isPrimary: row.isPrimary },
    isVerified: row.verifiedAt !== null,
    status: domainStatus(row),
  }));
}

async function listActs(tx: PlatformTx, id: string): Promise<TenantActivity[]> {
  const rows = await tx
    .select()
    .from(consoleAudit)
    .where(eq(consoleAudit.tenant, id))
    .orderBy(desc(consoleAudit.seq))
    .limit(lastActs);
  return rows.map(({ id: entry, type, actorName, label, createdAt }) => ({
    ...{ id: String(entry), type, label },
    actor: actorName,
    at: createdAt.toISOString(),
  }));
}
