import type { AppClient } from '../../db/client';
import type { Realm } from '../session-key';
import { type LinkPurpose, readLinkToken } from './link-token';
import { type Link, readLink } from './read-link';

/**
 * Finds the link that somebody opened.
 *
 * @param purposes - those that are good at this address.
 * @param realm - the host's: a link is good where it was asked for alone.
 * @returns null for one that is none here, however it came about: a stranger learns nothing. Whether
 *   it can still be used, its `state` says.
 */
export async function findLink(
  token: string,
  purposes: readonly LinkPurpose[],
  realm: Realm,
  client?: AppClient,
): Promise<Link | null> {
  const read = readLinkToken(token, purposes);
  const link = read && (await readLink(read.id, client));
  return link && link.purpose === read?.purpose && link.tenantId === realm ? link : null;
}
