import { asc, desc, eq } from 'drizzle-orm';
import { domains } from '../db/schema/platform';
import { AppError } from '../errors';
import type { DomainContext } from './domain-context';
import type { DomainRow } from './domain-status';
import { type DomainView, domainView } from './domain-view';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Gives a domain of the tenant. @throws AppError not_found; another tenant's is not found either. */
export async function getDomain(ctx: DomainContext, id: string): Promise<DomainView> {
  return domainView(await getDomainRow(ctx, id), ctx.tenant.slug);
}

/** The same as its row. */
export async function getDomainRow({ db }: DomainContext, id: string): Promise<DomainRow> {
  const known = uuid.test(id.toLowerCase());
  const [row] = known
    ? await db.read((tx) => tx.select().from(domains).where(eq(domains.id, id.toLowerCase())))
    : [];
  if (!row) throw noSuchDomain();
  return row;
}

/** What is said where there is none. */
export function noSuchDomain(): AppError {
  return new AppError('not_found', 'There is no such domain.');
}

/** All domains of the tenant: the primary one first, then what is verified, by name. */
export async function listDomains(ctx: DomainContext): Promise<DomainView[]> {
  const rows = await ctx.db.read((tx) =>
    tx.select().from(domains).orderBy(desc(domains.isPrimary), asc(domains.hostname)),
  );
  const views = rows.map((row) => domainView(row, ctx.tenant.slug));
  return [...views.filter((one) => one.isVerified), ...views.filter((one) => !one.isVerified)];
}
