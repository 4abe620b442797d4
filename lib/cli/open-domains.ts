import { and, eq, ne } from 'drizzle-orm';
import { openOwnerClient } from '../db/owner-client';
import { openOwnerDb } from '../db/owner-db';
import type { PlatformDb } from '../db/platform-tx';
import { domains, tenants } from '../db/schema/platform';
import type { DomainContext } from '../domains/domain-context';
import { readDomainName } from '../domains/domain-name';
import type { UnboundQuery } from '../domains/note-check';
import { DomainNotFound, TenantNotFound } from '../errors';
import { takeDatabaseAddresses } from './take-database-addresses';

/** A tenant's domains as the operator works on them, by the owner's address alone. */
export interface OpenDomains {
  ctx: DomainContext;
  db: PlatformDb;
  /** For noting what a check found. */
  query: UnboundQuery;
  /** The id of one of its domains. @throws DomainNotFound */
  idOf(typed: string): Promise<string>;
}

/** Opens them for the time of `work`. @throws TenantNotFound */
export async function openDomains<T>(
  slug: string,
  work: (open: OpenDomains) => Promise<T>,
): Promise<T> {
  await takeDatabaseAddresses();
  const db = openOwnerDb();
  const owner = openOwnerClient();
  try {
    const [tenant] = await db.read((tx) =>
      tx
        .select({ id: tenants.id, slug: tenants.slug })
        .from(tenants)
        .where(and(eq(tenants.slug, slug), ne(tenants.status, 'deleted'))),
    );
    if (!tenant) throw new TenantNotFound(`There is no tenant "${slug}".`);
    const own: DomainContext['db'] = {
      read: (fn) => db.read((tx) => tx.inTenant(tenant.id, fn)),
      write: (fn) => db.write((tx) => tx.inTenant(tenant.id, fn)),
    };
    const idOf = async (typed: string) => {
      const hostname = readDomainName(typed).hostname ?? typed.toLowerCase();
      const [row] = await own.read((tx) =>
        tx.select({ id: domains.id }).from(domains).where(eq(domains.hostname, hostname)),
      );
      if (!row) throw new DomainNotFound(hostname);
      return row.id;
    };
    return await work({ ctx: { tenant, db: own }, db, query: (run) => run(owner), idOf });
  } finally {
    await Promise.all([db.end(), owner.end({ timeout: 5 })]);
  }
}
