import { headers } from 'next/headers';
import type { VisitorContext } from '../../auth/viewer';
import { readAskedMark } from './asked-mark';
import { readHere } from './here';
import { tenantAt } from './tenant-at';

const askAgainAfter = 30_000;

/**
 * Says where a tenant's sign-in page should send the browser before it shows its form: the root host
 * may know who it is (S4.18). Only a page that is opened goes there, and not again within half a
 * minute; what scripts and programs ask for never.
 *
 * @param next - where the person was going, a path of this tenant; empty for nowhere.
 * @returns a path on this host; null where the form is to be shown.
 */
export async function askRootFirst(
  { tenant }: Pick<VisitorContext, 'tenant'>,
  next: string,
): Promise<string | null> {
  const sent = await headers();
  if (!isOpened(sent)) return null;
  const { jar, names, address } = await readHere(tenant.id);
  const asked = readAskedMark(jar.get(names.asked)?.value);
  if (asked && Date.now() - asked.at < askAgainAfter) return null;
  // Where a header or a session names the tenant, it has no address to come back to.
  const entry = await tenantAt(address);
  if (entry?.tenant.id !== tenant.id) return null;
  const query = next ? `?next=${encodeURIComponent(next)}` : '';
  return `${tenant.basePath}/session/start${query}`;
}

/** True for a page that somebody opens. Browsers say it; without TLS they do not, but for localhost. */
function isOpened(sent: Headers): boolean {
  const destination = sent.get('sec-fetch-dest');
  if (destination !== null) return destination === 'document';
  return sent.get('accept')?.startsWith('text/html') ?? false;
}
