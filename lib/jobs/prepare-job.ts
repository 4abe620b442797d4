import type { AppClient } from '../db/client';
import { bindTenant } from '../tenancy/context';
import { findTenant } from '../tenancy/get-tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { type Handler, type Job, PermanentFailure, ToldFailure } from './handler';

/**
 * Finds whose job it is and gives the work as that tenant. What has no living tenant is set aside
 * and never run as somebody else (S3.14).
 *
 * @throws PermanentFailure where no tenant is named, or the one that is named is gone; ToldFailure
 *   for one that is suspended: the job comes back later.
 */
export async function prepareJob(
  client: AppClient,
  handler: Handler,
  job: Job,
): Promise<() => Promise<void>> {
  if (handler.scope === 'platform') return () => handler.run(job);
  if (!job.tenantId) throw new PermanentFailure('It names no tenant, and its handler needs one.');
  const tenant = await findTenant(job.tenantId, client);
  if (!tenant) throw new PermanentFailure(`The tenant ${job.tenantId} is gone.`);
  if (tenant.status !== 'active' && !handler.whileSuspended) {
    const why = tenant.status === 'maintenance' ? 'being worked on' : 'suspended';
    throw new ToldFailure(`The tenant ${tenant.slug} is ${why}.`);
  }
  const requestId = job.event?.requestId || undefined;
  const ctx = tenantContext(tenant, { client, requestId });
  return () => bindTenant(ctx, () => handler.run(ctx, job));
}
