import { and, asc, eq, gt, ne } from 'drizzle-orm';
import type { AppClient } from '../db/client';
import type { PlatformDb } from '../db/platform-tx';
import { tenants } from '../db/schema/platform';
import { NoPlatformRun, TenantNotFound } from '../errors';
import { bindTenant, findPlatformRun } from './context';
import { getTenant } from './get-tenant';
import type { TenantContext } from './tenant';
import { tenantContext } from './tenant-context';

export interface ForEachOptions {
  /** Tenants at a time. Each may hold a connection of the pool. */
  concurrency?: number;
  /** Begins no other tenant after the first failure. */
  stopOnFailure?: boolean;
  /** Begins no other tenant once it is aborted; what runs is waited for. */
  signal?: AbortSignal;
  /** Passes suspended tenants over. */
  activeOnly?: boolean;
  client?: AppClient;
}

export interface TenantFailure {
  tenantId: string;
  slug: string;
  error: unknown;
}

export interface ForEachSummary {
  done: number;
  /** Deleted after they were listed. */
  gone: number;
  failed: TenantFailure[];
  /** Why it ended before the last tenant, or null. */
  stopped: 'failure' | 'signal' | null;
}

const rowsAtOnce = 200;

/**
 * Runs `fn` for every living tenant, each in its own context (S3.49). The list is read page by page,
 * in transactions of its own, so that a run over many tenants holds nothing.
 *
 * @param fn - what it throws is kept for the summary, and the others go on.
 * @throws NoPlatformRun outside runAsPlatform; what reading the list throws.
 */
export async function forEachTenant(
  fn: (ctx: TenantContext) => unknown,
  options: ForEachOptions = {},
): Promise<ForEachSummary> {
  const run = findPlatformRun();
  if (!run) throw new NoPlatformRun();
  const { concurrency = 4, stopOnFailure = false, signal } = options;
  const summary: ForEachSummary = { done: 0, gone: 0, failed: [], stopped: null };
  const queue = listTenants(run.db, options.activeOnly ?? false);
  const stopReason = () => {
    if (signal?.aborted) return 'signal';
    return stopOnFailure && summary.failed.length > 0 ? 'failure' : null;
  };
  const work = async () => {
    // Calls that come together are queued by the generator itself.
    for (let next = await queue.next(); !next.done; next = await queue.next()) {
      summary.stopped ??= stopReason();
      if (summary.stopped) return;
      await visit(next.value, fn, { summary, client: options.client });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return summary;
}

type Listed = { id: string; slug: string };

/** By id, so that tenants made or deleted meanwhile move nobody else. */
async function* listTenants(db: PlatformDb, activeOnly: boolean): AsyncGenerator<Listed> {
  const isMeant = activeOnly ? eq(tenants.status, 'active') : ne(tenants.status, 'deleted');
  for (let after: string | undefined, isLast = false; !isLast; ) {
    const rows = await db.read((tx) =>
      tx
        .select({ id: tenants.id, slug: tenants.slug })
        .from(tenants)
        .where(and(isMeant, after === undefined ? undefined : gt(tenants.id, after)))
        .orderBy(asc(tenants.id))
        .limit(rowsAtOnce),
    );
    yield* rows;
    isLast = rows.length < rowsAtOnce;
    after = rows.at(-1)?.id;
  }
}

async function visit(
  { id, slug }: Listed,
  fn: (ctx: TenantContext) => unknown,
  { summary, client }: { summary: ForEachSummary; client?: AppClient },
): Promise<void> {
  try {
    const ctx = tenantContext(await getTenant(id, client), { client });
    await bindTenant(ctx, () => fn(ctx));
    summary.done += 1;
  } catch (error) {
    if (error instanceof TenantNotFound) summary.gone += 1;
    else summary.failed.push({ tenantId: id, slug, error });
  }
}
