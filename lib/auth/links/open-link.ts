import type { AppClient } from '../../db/client';
import { AppError } from '../../errors';
import type { Realm } from '../session-key';
import { findLink } from './find-link';
import type { LinkPurpose } from './link-token';
import type { Link } from './read-link';

const faults = {
  used: 'This link has been used already. Ask for a new one if you still need it.',
  expired: 'This link is too old. Ask for a new one.',
  void: 'A later mail has taken the place of this link. Use the newest one.',
};

/**
 * The same for using it: a link that can be used, or a sentence on why it cannot.
 *
 * @throws AppError not_found, conflict.
 */
export async function openLink(
  token: string,
  purposes: readonly LinkPurpose[],
  realm: Realm,
  client?: AppClient,
): Promise<Link> {
  const link = await findLink(token, purposes, realm, client);
  if (!link) throw deadLink();
  if (link.state !== 'open') throw new AppError('conflict', faults[link.state]);
  return link;
}

/** For a link that is none, and for one that somebody else used in this very moment. */
export function deadLink(): AppError {
  return new AppError('not_found', 'This link does not work. Ask for a new one.');
}
