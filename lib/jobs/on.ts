import {
  isLifeCycleType,
  type LifeCycleName,
  type LifeCycleType,
  type TypeOfName,
  typeOfName,
} from '../events/life-cycle';
import type { TenantContext } from '../tenancy/tenant';
import {
  defineHandler,
  definePlatformHandler,
  type Handler,
  type HandlerOptions,
  type Job,
} from './handler';
import { type LifeCycleEvent, readLifeCycleEvent } from './life-cycle-event';

/** Who hears of what: event types, or patterns as in 'post.*' and '*.deleted', and their handler. */
export interface Reaction {
  types: string[];
  handler: Handler;
}

type Options = Omit<HandlerOptions, 'schema'>;

/** What is done about events of a tenant's life, as that tenant. Runs for suspended ones too. */
export interface LifeCycleHandler<T extends LifeCycleType> extends Options {
  as?: 'tenant';
  run(ctx: TenantContext, event: LifeCycleEvent<T>, job: Job): Promise<void>;
}

/** The same without a tenant's context: for tenants that are gone, and people, who are of no tenant. */
export interface PlatformLifeCycleHandler<T extends LifeCycleType> extends Options {
  as: 'platform';
  run(event: LifeCycleEvent<T>, job: Job): Promise<void>;
}

/** Whose events find no living tenant. */
type Tenantless = 'tenant.deleted' | 'user.created' | 'user.deleted';
type WithTenant = Exclude<LifeCycleName, Tenantless | AliasOf<Tenantless>>;
type AliasOf<T extends LifeCycleType> = {
  [N in LifeCycleName]: TypeOfName<N> extends T ? N : never;
}[LifeCycleName];

/**
 * Says what follows an event: each handler gets a job of its own, after the commit. The names of
 * life-cycle events are typed, those other frameworks have for them (`tenant_created`,
 * `tenant_user_added`) are accepted, and their handlers get a tenant's events in order.
 */
export function on<N extends WithTenant>(
  names: N | readonly N[],
  handler: LifeCycleHandler<TypeOfName<N>>,
): Reaction;
export function on<N extends LifeCycleName>(
  names: N | readonly N[],
  handler: PlatformLifeCycleHandler<TypeOfName<N>>,
): Reaction;
export function on(names: string | readonly string[], handler: Handler): Reaction;
export function on(
  names: string | readonly string[],
  handler: Handler | LifeCycleHandler<LifeCycleType> | PlatformLifeCycleHandler<LifeCycleType>,
): Reaction {
  const types = [names].flat().map((name) => typeOfName(String(name)));
  if ('scope' in handler) return { types, handler };
  if (handler.as === 'platform') {
    const { as: _, run, ...options } = handler;
    const platform = { ...options, run: (job: Job) => run(readLifeCycleEvent(job), job) };
    return { types, handler: definePlatformHandler(platform) };
  }
  const { as: _, run, ...options } = handler;
  const own = {
    ...options,
    whileSuspended: true,
    run: (ctx: TenantContext, job: Job) => run(ctx, readLifeCycleEvent(job), job),
  };
  return { types, handler: defineHandler(own) };
}

/** True for a reaction whose handler gets a tenant's events one after the other. */
export function isInOrder({ types, handler }: Reaction): boolean {
  return handler.inOrder ?? types.some(isLifeCycleType);
}
