import { cookieOptions } from '../../auth/session-cookie';
import { issueTicket } from '../../auth/tickets/issue-ticket';
import type { Viewer, VisitorContext } from '../../auth/viewer';
import { platformOrigin } from '../../tenancy/tenant-address';
import { readAskedMark } from './asked-mark';
import { readHere } from './here';

/**
 * After signing in at a tenant: the way round by the root host, which signs in there as well and
 * comes back.
 *
 * @param path - where the person goes, a path of this tenant.
 * @returns the root host's address; null where it has not been asked for this browser before.
 */
export async function carryToRoot(
  { tenant }: Pick<VisitorContext, 'tenant'>,
  viewer: Viewer | null,
  path: string,
): Promise<string | null> {
  const { jar, names, address } = await readHere(tenant.id);
  const asked = readAskedMark(jar.get(names.asked)?.value);
  if (!asked || !viewer) return null;
  jar.set(names.asked, '', { ...cookieOptions(names), maxAge: 0 });
  const target = { realm: null, address: platformOrigin(), state: asked.rootState };
  const ticket = await issueTicket(viewer.sessionId, { ...target, next: address + path });
  return ticket && `${platformOrigin()}/session/enter?ticket=${ticket}`;
}
