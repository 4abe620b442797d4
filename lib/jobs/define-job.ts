import type { z } from 'zod';
import type { TenantContext } from '../tenancy/tenant';
import type { HandlerOptions, Job, TenantHandler } from './handler';

/** Work for a tenant that is asked for by {@link enqueueJob}, with what it must be given. */
export interface JobDefinition<S extends z.ZodType = z.ZodType> extends TenantHandler {
  schema: S;
  lane?: string;
}

interface NewDefinition<S extends z.ZodType> extends Omit<HandlerOptions, 'schema'> {
  /** What a job must be given. Rows hold JSON: dates come as texts. */
  schema: S;
  /** Runs for a suspended tenant too. */
  whileSuspended?: boolean;
  /** One tenant's jobs of a lane run one after the other, of whatever kind; `inOrder` is its own. */
  lane?: string;
  run(ctx: TenantContext, payload: z.output<S>, job: Job): Promise<void>;
}

/**
 * Declares a job (S3.14, S3.42): ask for it with `enqueueJob(tx, job, payload)` in the transaction
 * that needs it, and name it in lib/reactions.ts. It runs at least once, after the commit, as the
 * tenant of that transaction. A row whose payload does not fit the schema goes to the dead letters.
 */
export function defineJob<S extends z.ZodType>({
  run,
  ...options
}: NewDefinition<S>): JobDefinition<S> {
  // The worker has checked the payload against the schema before it calls.
  return {
    scope: 'tenant',
    ...options,
    run: (ctx, job) => run(ctx, job.payload as z.output<S>, job),
  };
}
