import type { TenantContext } from '../tenancy/tenant';
import type { ResourceContext } from './resource-context';

/** Lets the program itself use resources where no person acts: the worker, the CLI, seeds. */
export function asSystem(ctx: TenantContext): ResourceContext {
  return { ...ctx, can: () => true };
}
