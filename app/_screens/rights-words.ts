import { type Permission, rolesWith } from '@/lib/auth/permissions';
import type { Resource } from '@/lib/resources/resource';
import type { Rights } from './list-acts';
import { nounOf } from './nouns';

/** Who can do what the person cannot: nobody should have to guess why a button is not there. */
export function rightsWords(
  resource: Resource,
  rights: Rights,
  isTrash = false,
): string | undefined {
  const { readOnly, permissions } = resource;
  if (readOnly) return undefined;
  const { other } = nounOf(resource);
  if (rights.isSupport && !(isTrash ? rights.delete : rights.write)) {
    return `On somebody’s behalf you may look at ${other}, and not change them.`;
  }
  if (isTrash && !rights.delete) {
    return `Only ${who(permissions.delete)} can restore or delete ${other}.`;
  }
  return rights.write ? undefined : `Only ${who(permissions.write)} can change ${other}.`;
}

function who(permission: Permission): string {
  const names = rolesWith(permission).map((role) => `${role}s`);
  return new Intl.ListFormat('en-GB').format(names);
}
