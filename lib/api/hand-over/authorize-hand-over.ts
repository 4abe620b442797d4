import { headers } from 'next/headers';
import { take } from '../../auth/abuse-limits';
import { clientAddress } from '../../auth/client-address';
import { nextPath } from '../../auth/next-path';
import { readViewer } from '../../auth/read-session';
import { issueSupportTicket } from '../../auth/support/issue-support-ticket';
import { issueTicket } from '../../auth/tickets/issue-ticket';
import { isSecret, secretHash } from '../../auth/tickets/secret';
import type { Viewer } from '../../auth/viewer';
import { AppError, TooMany } from '../../errors';
import { platformOrigin } from '../../tenancy/tenant-address';
import { markBrowser, readHere } from './here';
import { seeOther } from './see-other';
import { tenantAt } from './tenant-at';

/**
 * On the root host: sends the browser back to the tenant that asks, with a ticket for whoever is
 * signed in here; without one where nobody is, and with a mark of this browser, so that signing in
 * there can sign in here, too.
 *
 * Where an access of support is asked for, its ticket is for whom it acts as; one that is over, or
 * somebody else's, is answered by the console.
 *
 * @throws AppError bad_input for an address that is no tenant's, or a question that is none.
 */
export async function authorizeHandOver(query: URLSearchParams): Promise<Response> {
  const [to = '', state] = [query.get('to') ?? '', query.get('state')];
  const entry = await tenantAt(to);
  if (!entry || !isSecret(state)) {
    throw new AppError('bad_input', 'This address is not complete. Go back, and sign in again.');
  }
  const next = nextPath(query.get('next'), '');
  const viewer = await readViewer(null);
  const support = query.get('support');
  if (support !== null) {
    const place = { tenantId: entry.tenant.id, address: to, state };
    const found = viewer && (await issueSupportTicket(viewer.sessionId, support, place));
    return seeOther(found ? `${to}/session/enter?ticket=${found}` : `${platformOrigin()}/admin`);
  }
  const target = { realm: entry.tenant.id, address: to, state, next };
  const ticket =
    viewer &&
    (await mayAsk(viewer, entry.tenant.id)) &&
    (await issueTicket(viewer.sessionId, target));
  if (ticket) return seeOther(`${to}/session/enter?ticket=${ticket}`);
  const root = secretHash(markBrowser(await readHere(null)));
  return seeOther(`${to}/session/asked?${new URLSearchParams({ root, next })}`);
}

/** Who asks too often signs in by the form, where the limits are others. */
async function mayAsk({ userId }: Viewer, tenantId: string): Promise<boolean> {
  try {
    await take('ticket/address', clientAddress(await headers()));
    await take('ticket/account', userId);
    await take('ticket/tenant', tenantId);
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
