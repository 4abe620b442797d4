import type { AppClient } from '../../db/client';
import { describeFault } from '../../search/elasticsearch/describe-fault';
import { buildIndex } from '../../search/indexing/build-index';
import { repairIndex } from '../../search/indexing/repair-index';
import { forEachTenant } from '../../tenancy/for-each-tenant';
import { runAsPlatform } from '../../tenancy/run-as-platform';
import { runAsTenant } from '../../tenancy/run-as-tenant';
import type { TenantContext } from '../../tenancy/tenant';
import { findNamedTenant } from '../find-tenant';

/** What was done about one tenant's index. */
export interface Reindexed {
  slug: string;
  outcome: 'built' | 'compared' | 'repaired' | 'no index yet';
  /** Posts that were sent, or documents that were not right. */
  posts: number;
}

export interface ReindexReport {
  tenants: Reindexed[];
  failed: { slug: string; reason: string }[];
  /** Why it ended before the last tenant, in words, or null. */
  stopped: string | null;
}

interface ReindexOptions {
  /** The slug or id of one; every living tenant unless given. */
  tenant?: string;
  /** Compares and mends what answers, in place of making it anew. */
  repair?: boolean;
  /** Why, for the platform's audit log. */
  reason: string;
  client: AppClient;
  /** Aborted, it begins no other tenant and ends the one at hand where it can be gone on with. */
  signal: AbortSignal;
  onProgress: (tenants: number, posts: number) => void;
}

// Each may have a request of some megabytes under way.
const tenantsAtOnce = 2;

/**
 * Makes search indexes anew in Elasticsearch, or repairs them, each as the tenant it is of. The first
 * tenant that finds the engine away is the last one.
 *
 * @throws TenantNotFound
 */
export async function reindexTenants(options: ReindexOptions): Promise<ReindexReport> {
  const { tenant, reason, client } = options;
  const report: ReindexReport = { tenants: [], failed: [], stopped: null };
  const away = new AbortController();
  const signal = AbortSignal.any([options.signal, away.signal]);
  const count = counter(report, options.onProgress);
  const visit = async (ctx: TenantContext) => {
    const { slug } = ctx.tenant;
    try {
      report.tenants.push(await reindexOne(ctx, { ...options, signal, tell: count(slug) }));
    } catch (error) {
      const fault = describeFault(error);
      if (fault?.isAway) away.abort(new Error(fault.words));
      const words = fault?.words ?? (error as Error).message;
      if (!signal.aborted || fault) report.failed.push({ slug, reason: words });
    }
  };
  await runAsPlatform(reason, async ({ db }) => {
    if (tenant) {
      const { id } = await findNamedTenant(db, tenant);
      await runAsTenant(id, visit, { client });
    } else await forEachTenant(visit, { client, signal, concurrency: tenantsAtOnce });
  });
  if (signal.aborted) report.stopped = (signal.reason as Error).message;
  report.tenants.sort((a, b) => a.slug.localeCompare(b.slug));
  return report;
}

/** Adds up what runs beside each other. */
function counter(report: ReindexReport, told: ReindexOptions['onProgress']) {
  const sent = new Map<string, number>();
  return (slug: string) => (posts: number) => {
    sent.set(slug, posts);
    told(
      report.tenants.length,
      [...sent.values()].reduce((sum, one) => sum + one, 0),
    );
  };
}

interface OneOptions {
  repair?: boolean;
  signal: AbortSignal;
  tell: (posts: number) => void;
}

async function reindexOne(
  ctx: TenantContext,
  { repair, signal, tell }: OneOptions,
): Promise<Reindexed> {
  const { slug } = ctx.tenant;
  signal.throwIfAborted();
  tell(0);
  if (!repair)
    return { slug, outcome: 'built', posts: await buildIndex(ctx, { signal, onProgress: tell }) };
  const found = await repairIndex(ctx);
  if (found === null) return { slug, outcome: 'no index yet', posts: 0 };
  return { slug, outcome: found > 0 ? 'repaired' : 'compared', posts: found };
}
