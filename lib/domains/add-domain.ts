import { count } from 'drizzle-orm';
import { domains, tenants } from '../db/schema/platform';
import { AppError, InvalidInput } from '../errors';
import { recordEvent } from '../events/record-event';
import { enqueueJob } from '../jobs/enqueue-job';
import { domainCheck } from './check-job';
import type { DomainContext } from './domain-context';
import { readDomainName } from './domain-name';
import { newDomains } from './new-domain';

/** So many names a tenant may have, proved or not. */
export const mostDomains = 50;

/**
 * Adds a domain that waits for its proof (S3.31). It reserves nothing: other tenants may add the same
 * name, and who proves it has it. The first look into the DNS is a job.
 *
 * @param typed - a name as people write it.
 * @returns its id.
 * @throws InvalidInput for what is no domain (bad_input) and what the tenant has already (conflict);
 *   AppError conflict at the limit.
 */
export async function addDomain(ctx: DomainContext, typed: string): Promise<string> {
  const { hostname, fault } = readDomainName(typed);
  if (fault !== undefined) throw new InvalidInput({ hostname: [fault] });
  const id = crypto.randomUUID();
  await ctx.db.write(async (tx) => {
    // One after the other, so that the limit holds.
    await tx.select({ id: tenants.id }).from(tenants).for('no key update');
    const [counted] = await tx.select({ n: count() }).from(domains);
    if ((counted?.n ?? 0) >= mostDomains) {
      throw new AppError(
        'conflict',
        `A site has at most ${mostDomains} domains. Remove one first.`,
      );
    }
    const made = await tx
      .insert(newDomains)
      .values({ id, tenantId: ctx.tenant.id, hostname })
      .onConflictDoNothing()
      .returning({ id: newDomains.id });
    if (made.length === 0) {
      throw new InvalidInput(
        { hostname: ['You have added this domain already.'] },
        undefined,
        'conflict',
      );
    }
    await recordEvent(tx, ctx, {
      type: 'domain.added',
      subjectId: id,
      payload: { resource: 'domains', label: hostname },
      cacheTags: [],
    });
    await enqueueJob(tx, domainCheck, { domainId: id }, { key: `${id}@0` });
  });
  return id;
}
