import { memberContext } from '../../api/member-context';
import { findViewer } from '../../auth/check-session';
import { openSession } from '../../auth/open-session';
import type { MemberContext } from '../../auth/viewer';
import type { AppClient } from '../../db/client';
import { getTenant } from '../../tenancy/get-tenant';
import { tenantContext } from '../../tenancy/tenant-context';
import type { TestPerson } from './test-tenant';

/**
 * Gives the context that a door gives somebody who is signed in on a tenant's host: a live session,
 * and the rights that the database says it has. Who is no member may sign in too, and has none.
 *
 * @throws Error for somebody who may not sign in there.
 */
export async function enterAs(
  { id: userId, email }: TestPerson,
  tenantId: string,
  client: AppClient,
): Promise<MemberContext> {
  const requestId = 'test-request';
  const session = { userId, realm: tenantId, kind: 'browser' as const, seconds: 3600, requestId };
  const from = { userAgent: 'a test', address: '127.0.0.1' };
  const sessionId = await openSession({ ...session, ...from }, client);
  const viewer = sessionId === null ? null : await findViewer(sessionId, tenantId, client);
  if (!viewer) throw new Error(`${email} may not sign in at this tenant.`);
  return memberContext(
    tenantContext(await getTenant(tenantId, client), { client }),
    viewer,
    requestId,
  );
}
