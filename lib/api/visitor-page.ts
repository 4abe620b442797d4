import { readViewer } from '../auth/read-session';
import type { VisitorContext } from '../auth/viewer';
import { requestFacts } from './request-facts';
import { tenantPage } from './tenant-page';

/**
 * The door of a tenant's pages that are for anybody and differ for who is signed in, as /login. They
 * are made per request.
 *
 * @param path - the page's address as people see it.
 */
export async function visitorPage(
  params: Promise<{ tenant: string }>,
  path: string,
): Promise<VisitorContext> {
  const ctx = await tenantPage(params, path);
  const { requestId } = await requestFacts();
  return { ...ctx, viewer: await readViewer(ctx.tenant.id), requestId };
}
