import { type AppClient, appClient } from '../../db/client';
import { type Founded, foundTenant } from '../../tenancy/provisioning/found-tenant';
import type { NewSite } from '../../tenancy/provisioning/new-site';
import type { Link } from '../links/read-link';
import type { Viewer } from '../viewer';
import { countAct } from './account-limits';
import { checkChosenPassword } from './check-chosen-password';
import { checkNewSite } from './check-new-site';

interface Place {
  address: string;
  requestId: string;
}

/**
 * Uses the link of a signup: the account begins where there was none, and owns the new site.
 *
 * @param link - an open one.
 * @param input - the site; who chose an address that was taken meanwhile may choose another.
 * @throws InvalidInput by field; TooMany after 5 sites in a day; AppError for a link that is used.
 */
export async function foundSiteByLink(
  link: Link,
  { password, ...input }: NewSite & { password: string },
  { address, requestId }: Place,
  client: AppClient = appClient(),
): Promise<Founded> {
  await checkChosenPassword(link, { password, address }, client);
  const site = await checkNewSite(input, client);
  await countAct('found', { address, account: link.email }, client);
  return foundTenant(site, { linkId: link.id }, { requestId, client });
}

/** The same for who is signed in on the root host: at once, and as themself. */
export async function foundOwnSite(
  viewer: Viewer,
  input: NewSite,
  { address, requestId }: Place,
  client: AppClient = appClient(),
): Promise<Founded> {
  const site = await checkNewSite(input, client);
  await countAct('found', { address, account: viewer.email }, client);
  return foundTenant(site, { sessionId: viewer.sessionId }, { requestId, client });
}
