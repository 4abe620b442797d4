import { eq } from 'drizzle-orm';
import {
  roles as builtIn,
  customRole,
  type Rights,
  rightsOfCustom,
  rightsOfRole,
} from '../../auth/permissions';
import { roles } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { InvalidInput } from '../../errors';
import { isUuid } from '../../resources/filter-value';
import type { NewRole } from '../../tenancy/people/set-member-role';

/** A role that somebody may be given, and what it gives. */
export interface FoundRole {
  role: Omit<NewRole, 'isSuperuser'>;
  rights: Rights;
}

/**
 * Reads a role as forms and programs name it: `editor`, or `custom:<id>` for one of the tenant's own.
 * Such a one is kept from being changed until the end: what it gives is what is given.
 *
 * @param field - the name it was asked under.
 * @throws InvalidInput for what there is not in this tenant.
 */
export async function findRole(tx: ScopedTx, named: string, field: string): Promise<FoundRole> {
  const found = await readRole(tx, named, 'keep');
  if (!found) throw new InvalidInput({ [field]: ['There is no such role.'] });
  return found;
}

/**
 * The same, or null for what there is not.
 *
 * @param how - `look` keeps nobody from changing it.
 */
export async function readRole(
  tx: ScopedTx,
  named: string,
  how: 'keep' | 'look',
): Promise<FoundRole | null> {
  const role = builtIn.find((one) => one === named);
  if (role) return { role: { role, roleId: null, roleName: null }, rights: rightsOfRole(role) };
  const id = named.startsWith(`${customRole}:`) ? named.slice(customRole.length + 1) : '';
  if (!isUuid(id)) return null;
  const query = tx.select().from(roles).where(eq(roles.id, id));
  const [row] = await (how === 'keep' ? query.for('share') : query);
  if (!row) return null;
  return {
    role: { role: customRole, roleId: row.id, roleName: row.name },
    rights: rightsOfCustom(row.permissions),
  };
}

/** How a member's role is named in forms and to programs. */
export function roleName({ role, roleId }: { role: string; roleId: string | null }): string {
  return roleId === null ? role : `${customRole}:${roleId}`;
}
