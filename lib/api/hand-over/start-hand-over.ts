import { nextPath } from '../../auth/next-path';
import { secretHash } from '../../auth/tickets/secret';
import type { TenantContext } from '../../tenancy/tenant';
import { platformOrigin } from '../../tenancy/tenant-address';
import { markBrowser, readHere } from './here';
import { seeOther } from './see-other';

/**
 * At a tenant: marks the browser, and sends it to the root host to ask who it is.
 *
 * @param next - as the address says: anybody may have written it.
 */
export async function startHandOver(
  { tenant }: Pick<TenantContext, 'tenant'>,
  next: unknown,
): Promise<Response> {
  const here = await readHere(tenant.id);
  const query = new URLSearchParams({
    to: here.address,
    state: secretHash(markBrowser(here)),
    next: nextPath(next, ''),
  });
  return seeOther(`${platformOrigin()}/session/authorize?${query}`);
}
