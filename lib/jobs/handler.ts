import type { ZodType } from 'zod';
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
  /** Aborted when the time is up, the process stops or somebody else has the job by now. */
  signal: AbortSignal;
  /**
   * Says how far the work has come, for lists and the command line. Call it as often as you like: it
   * is written down once a second at most, and the last word always.
   */
  progress(done: number, total?: number, words?: string): Promise<void>;
}

export interface HandlerOptions {
  /** Stands in the rows of its jobs: never change it while jobs wait. */
  kind: string;
  /** After this long an attempt has failed; 30 unless told. It may be longer than a lease. */
  timeLimitSeconds?: number;
  /**
   * One tenant's jobs of this kind run one after the other, in the order of their events: the next
   * is not begun before the former is done or given up. Handlers of life-cycle events are so unless
   * they say `false`.
   */
  inOrder?: boolean;
  /** What the payload of its jobs must fit; one that does not goes to the dead letters. */
  schema?: ZodType;
}

/** Work for one tenant. */
export interface TenantHandler extends HandlerOptions {
  scope: 'tenant';
  /**
   * Runs for a suspended tenant too. Without it the job is set aside and comes back with the tenant,
   * from the dead letters where that took longer than jobs are repeated.
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

/** An attempt failed for a reason that the tenant's own people may read as it stands. */
export class ToldFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ToldFailure';
  }
}

/**
 * Trying again would not help: the job goes to the dead letters at once. The message is for the
 * platform's operators; `words`, where given, are what the tenant's own people read.
 */
export class PermanentFailure extends Error {
  readonly words?: string;

  constructor(message: string, { words, ...options }: ErrorOptions & { words?: string } = {}) {
    super(message, options);
    this.name = 'PermanentFailure';
    this.words = words;
  }
}
