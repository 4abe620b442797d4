import type { TenantContext } from '../tenancy/tenant';

/** The event a job comes from. */
export interface JobEvent {
  id: number;
  type: string;
  subjectId: string | null;
  actorId: string | null;
  actorName: string;
  requestId: string;
  payload: Record<string, unknown>;
  cacheTags: string[];
  /** ISO time. */
  createdAt: string;
}

/** One piece of work, as its handler gets it. */
export interface Job {
  id: number;
  kind: string;
  /** Null for the platform's own. */
  tenantId: string | null;
  /** From 1. */
  attempt: number;
  payload: Record<string, unknown>;
  /** Null for a job that was asked for directly. */
  event: JobEvent | null;
  /** Aborted when the time is up or the process stops. */
  signal: AbortSignal;
}

interface HandlerOptions {
  /** Stands in the rows of its jobs: never change it while jobs wait. */
  kind: string;
  /** After this long an attempt has failed. Shorter than a lease. */
  timeLimitSeconds?: number;
}

/** Work for one tenant. */
export interface TenantHandler extends HandlerOptions {
  scope: 'tenant';
  /**
   * Runs for a suspended tenant too. Without it the job is set aside and comes back later, or goes
   * to the dead letters when the tenant stays suspended for longer than jobs are repeated.
   */
  whileSuspended?: boolean;
  run(ctx: TenantContext, job: Job): Promise<void>;
}

/** Work that needs no tenant's rows, whoever's job it is. */
export interface PlatformHandler extends HandlerOptions {
  scope: 'platform';
  run(job: Job): Promise<void>;
}

export type Handler = TenantHandler | PlatformHandler;

/**
 * Declares what is done about an event, or for a job of this kind. It runs at least once and must
 * leave the same behind when it runs again: a process may end between the work and the note that it
 * is done. What it throws is tried again later, except {@link PermanentFailure}.
 */
export function defineHandler(handler: Omit<TenantHandler, 'scope'>): TenantHandler {
  return { scope: 'tenant', ...handler };
}

/** The same for work without a tenant's context. */
export function definePlatformHandler(handler: Omit<PlatformHandler, 'scope'>): PlatformHandler {
  return { scope: 'platform', ...handler };
}

/** Trying again would not help: the job goes to the dead letters at once, with this message. */
export class PermanentFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PermanentFailure';
  }
}
