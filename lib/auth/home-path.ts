import { choosingPath } from '../tenancy/resolvers/session-resolver';
import { sessionsNameTenants } from '../tenancy/tenant-address';
import { hasPermission } from './permissions';
import type { Realm } from './session-key';
import type { Viewer } from './viewer';

/** Where somebody goes after signing in who did not come from anywhere: where their work is. */
export function homePath(viewer: Viewer | null, realm: Realm): string {
  if (realm === null) {
    if (viewer?.isSuperuser) return '/admin';
    return sessionsNameTenants() ? `${choosingPath}?begin=1` : '/account';
  }
  return hasPermission(viewer?.membership ?? null, 'admin.enter') ? '/admin' : '/';
}
