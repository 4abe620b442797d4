import { supportLooks } from '../../db/support-fault';
import type { SupportAccess } from './support-access';

/**
 * What may be changed on somebody's behalf where the tenant has granted it, by resource. What is not
 * named here is never support's to change; a test holds this and `never` against everything that
 * asks for a right, so that what is new has to be decided.
 */
export const whenGranted: readonly string[] = [
  'posts',
  'tags',
  'authors',
  'media',
  'comments',
  'domains',
  'jobs',
];

/** The same for single rights. Settings may be changed; the site they belong to is not deleted. */
export const grantedRights: readonly string[] = ['settings.write'];

/** What support never changes, whatever was granted: who may come in, and whose the site is. */
export const never: readonly string[] = [
  'members',
  'roles',
  'groups',
  'invitations',
  'api-keys',
  'support',
  'notifications',
  'audit',
  'settings.delete',
];

/** True for what somebody who acts as another may do, provided that the other may. */
export function supportMay(
  { canWrite }: Pick<SupportAccess, 'canWrite'>,
  permission: string,
): boolean {
  if (permission === 'admin.enter' || permission === 'account.use') return true;
  if (permission.endsWith('.read')) return true;
  return canWrite && isGrantable(permission);
}

/** True for what a grant of the tenant's opens. */
export function isGrantable(permission: string): boolean {
  if (grantedRights.includes(permission)) return true;
  return whenGranted.includes(permission.slice(0, permission.lastIndexOf('.')));
}

/** Said where support may not do what it asked for. */
export function supportRefusal({ canWrite }: Pick<SupportAccess, 'canWrite'>): string {
  return canWrite ? 'Support may not do this on somebody’s behalf.' : supportLooks;
}
