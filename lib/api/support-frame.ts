import { readViewer } from '../auth/read-session';
import type { SupportAccess } from '../auth/support/support-access';
import { findLayoutEntry } from './tenant-page';

/** Who acts as whom on the page at hand. Plain data. */
export interface SupportFrame extends Omit<SupportAccess, 'expiresAt'> {
  /** Whom they act as. */
  person: string;
  expiresAt: string;
}

/** What the bar on every page says while support acts as somebody; null where nobody does. */
export async function supportFrame(
  params: Promise<{ tenant: string }>,
): Promise<SupportFrame | null> {
  const entry = await findLayoutEntry(params);
  const viewer = entry?.isOpen ? await readViewer(entry.tenant.id) : null;
  if (!viewer?.support) return null;
  const { expiresAt, ...support } = viewer.support;
  return { ...support, person: viewer.name, expiresAt: expiresAt.toISOString() };
}
