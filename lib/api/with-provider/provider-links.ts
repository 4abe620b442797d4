import { nextPath } from '../../auth/next-path';
import { identityProviders } from '../../auth/providers/identity-provider';
import type { TenantContext } from '../../tenancy/tenant';
import { platformOrigin } from '../../tenancy/tenant-address';
import { readHere } from '../hand-over/here';
import { tenantAt } from '../hand-over/tenant-at';

/** A way to sign in with an account elsewhere. */
export interface ProviderLink {
  id: string;
  name: string;
  href: string;
}

/**
 * The ways for a tenant's sign-in page: all lead by the root host. None where a header or a session
 * names the tenant, which has no address to come back to then.
 *
 * @param next - where the person was going, a path of this tenant.
 */
export async function tenantProviderLinks(
  { tenant }: Pick<TenantContext, 'tenant'>,
  next: string,
): Promise<ProviderLink[]> {
  if (identityProviders().length === 0) return [];
  const { address } = await readHere(tenant.id);
  const entry = await tenantAt(address);
  return entry?.tenant.id === tenant.id ? linksWith({ to: address, next: nextPath(next, '') }) : [];
}

/** The ways for the root host's own sign-in page. */
export function rootProviderLinks(next: string): ProviderLink[] {
  return linksWith({ next: nextPath(next, '') });
}

/** The ways to connect an account elsewhere with one's own. */
export function connectLinks(): ProviderLink[] {
  return linksWith({ connect: '1' });
}

function linksWith(query: Record<string, string>): ProviderLink[] {
  return identityProviders().map(({ id, name }) => ({
    ...{ id, name },
    href: `${platformOrigin()}/session/with/${id}?${new URLSearchParams(query)}`,
  }));
}
