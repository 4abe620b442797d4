import type { Viewer } from '../../auth/viewer';
import type { ScopedDb } from '../../db/scoped-db';
import { AppError } from '../../errors';
import type { TenantInfo } from '../../tenancy/tenant';

/** Who looks at their own inbox. A MemberContext is one, and so is the API's. */
export interface InboxContext {
  tenant: Pick<TenantInfo, 'id'>;
  db: Pick<ScopedDb, 'read' | 'write'>;
  viewer: Viewer | null;
}

/**
 * Whose inbox it is: the viewer's own, and nobody else's whatever is asked.
 *
 * @returns null for who has none here: no members, and support, which neither sees nor marks anything.
 * @throws AppError forbidden for an API key: its scopes say nothing of a person's own.
 */
export function inboxOwner({ viewer }: Pick<InboxContext, 'viewer'>): string | null {
  if (viewer?.apiKey) {
    throw new AppError('forbidden', 'An inbox is a person’s own: API keys have none.');
  }
  if (!viewer?.membership || viewer.support) return null;
  return viewer.userId;
}
