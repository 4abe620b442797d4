import { nextPath } from '../../auth/next-path';
import { secretHash } from '../../auth/secret';
import type { TenantContext } from '../../tenancy/tenant';
import { platformOrigin } from '../../tenancy/tenant-address';
import { markBrowser, readHere } from './here';
import { seeOther } from './see-other';

/**
 * At a tenant: marks the browser, and sends it to the root host to ask who it is.
 *
 * @param query - `next` and `support`, as the address says: anybody may have written them. With
 *   `support` it asks for that access instead of who it is.
 */
export async function startHandOver(
  { tenant }: Pick<TenantContext, 'tenant'>,
  query: URLSearchParams,
): Promise<Response> {
  const here = await readHere(tenant.id);
  const support = query.get('support');
  const asked = new URLSearchParams({
    to: here.address,
    state: secretHash(markBrowser(here)),
    ...(support ? { support } : { next: nextPath(query.get('next'), '') }),
  });
  return seeOther(`${platformOrigin()}/session/authorize?${asked}`);
}
