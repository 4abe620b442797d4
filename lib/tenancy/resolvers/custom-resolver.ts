import { type CustomResolve, customResolvers } from './custom-resolvers';
import { namedTenant } from './named-tenant';
import type { ResolverConfig } from './resolver-config';
import type { Resolution, ResolverRequest, TenantResolver } from './tenant-resolver';

/**
 * Asks a function of one's own (S2.21): it gives a slug, an id, a tenant, `null` to ask the next
 * resolver, or throws TenantNotFound to end the chain.
 *
 * @throws Error when the configuration names no function; the start says so before.
 */
export class CustomResolver implements TenantResolver {
  readonly name = 'custom';
  private readonly find: CustomResolve;

  constructor({ customResolver }: Pick<ResolverConfig, 'customResolver'>) {
    const find = customResolvers[customResolver];
    if (!find) throw new Error(`TENANT_CUSTOM_RESOLVER: there is no "${customResolver}".`);
    this.find = find;
  }

  async resolve(request: ResolverRequest): Promise<Resolution> {
    try {
      const found = await this.find(request);
      if (found === null) return 'pass';
      return namedTenant(typeof found === 'string' ? found : found.id) ?? 'stop';
    } catch (error) {
      if (isNotFound(error)) return 'stop';
      throw error;
    }
  }
}

/** By name: lib/errors is not for the edge. */
function isNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === 'TenantNotFound';
}
