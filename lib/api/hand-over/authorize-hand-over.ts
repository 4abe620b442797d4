import { listOwnTenants } from '../../auth/list-own';
import { readViewer } from '../../auth/read-session';
import { secretHash } from '../../auth/secret';
import { issueSupportTicket } from '../../auth/support/issue-support-ticket';
import type { Viewer } from '../../auth/viewer';
import { platformOrigin } from '../../tenancy/tenant-address';
import { markBrowser, readHere } from './here';
import { readHandOver } from './read-hand-over';
import { seeOther } from './see-other';
import { ticketAddress } from './ticket-address';

/**
 * On the root host: sends the browser back to the tenant that asks, with a ticket for whoever is
 * signed in here; without one where nobody is, and with a mark of this browser, so that signing in
 * there can sign in here, too. A site that they do not belong to is not told who they are before they
 * have said so.
 *
 * Where an access of support is asked for, its ticket is for whom it acts as; one that is over, or
 * somebody else's, is answered by the console.
 *
 * @throws AppError bad_input for an address that is no tenant's, or a question that is none.
 */
export async function authorizeHandOver(query: URLSearchParams): Promise<Response> {
  const asked = await readHandOver({
    to: query.get('to'),
    state: query.get('state'),
    next: query.get('next'),
  });
  const { entry, to, state, next } = asked;
  const viewer = await readViewer(null);
  const support = query.get('support');
  if (support !== null) {
    const place = { tenantId: entry.tenant.id, address: to, state };
    const found = viewer && (await issueSupportTicket(viewer.sessionId, support, place));
    return seeOther(found ? `${to}/session/enter?ticket=${found}` : `${platformOrigin()}/admin`);
  }
  if (viewer && !(await belongs(viewer, entry.tenant.id))) {
    const again = new URLSearchParams({ to, state, next });
    return seeOther(`${platformOrigin()}/session/continue?${again}`);
  }
  const address = viewer && (await ticketAddress(viewer, asked));
  if (address) return seeOther(address);
  const root = secretHash(markBrowser(await readHere(null)));
  return seeOther(`${to}/session/asked?${new URLSearchParams({ root, next })}`);
}

async function belongs({ sessionId }: Viewer, tenantId: string): Promise<boolean> {
  return (await listOwnTenants(sessionId)).some(({ id }) => id === tenantId);
}
