// What rights there are.
import '../registry';

import { sql } from 'drizzle-orm';
import { readLinkToken } from '../../auth/links/link-token';
import { tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { lockMembers, readMembers } from '../../tenancy/people/member';
import type { TenantContext } from '../../tenancy/tenant';
import { readRole, roleName } from '../members/find-role';
import { rightsOfMember } from '../rights/acting-person';
import { roleTitle } from '../roles/role-title';
import { inviterFault } from './inviter-fault';

/** An invitation, as whoever has its link sees it. */
export interface OpenedInvitation {
  id: string;
  email: string;
  /** dead: its role is deleted, or whoever invited may not invite to it any more. */
  state: 'open' | 'used' | 'revoked' | 'replaced' | 'expired' | 'dead';
  role: string;
  inviter: string;
  message: string;
  /** Whether the address has an account. */
  account: 'none' | 'active' | 'inactive';
  /** Whether that account belongs to a member here. */
  member: 'none' | 'active' | 'inactive';
}

/** Finds the invitation of this tenant that somebody opened; null for what is none here. */
export function findInvitation(
  ctx: Pick<TenantContext, 'tenant' | 'db'>,
  token: string,
): Promise<OpenedInvitation | null> {
  return ctx.db.read((tx) => openInvitation(tx, ctx.tenant.id, token, 'read'));
}

/**
 * The same in a transaction; to accept it, role and inviter are kept as they are until the end.
 *
 * @param why - `accept` locks them.
 */
export async function openInvitation(
  tx: ScopedTx,
  tenantId: string,
  token: string,
  why: 'read' | 'accept',
): Promise<OpenedInvitation | null> {
  const read = readLinkToken(token, ['invite']);
  if (!read) return null;
  const found = sql<Row | null>`(select to_jsonb(r) from platform.read_invitation(${read.id}::uuid) r)`;
  const [one] = await tx.select({ found }).from(tenants);
  const row = one?.found;
  if (!row) return null;
  const { email, inviter, message, account, member } = row;
  const isVoid = row.state === 'open' && !(await isHeld(tx, tenantId, row, why));
  return {
    ...{ id: read.id, email, inviter, message, account, member },
    state: isVoid ? 'dead' : row.state,
    role: roleTitle({ role: row.role, roleName: row.role_name }),
  };
}

interface Row extends Omit<OpenedInvitation, 'id' | 'role'> {
  role: string;
  role_id: string | null;
  role_name: string | null;
  invited_by: string;
}

/** Whether whoever invited may still invite to the role, as it is now. */
async function isHeld(tx: ScopedTx, tenantId: string, row: Row, why: 'read' | 'accept') {
  const named = roleName({ role: row.role, roleId: row.role_id });
  const role = await readRole(tx, named, why === 'accept' ? 'keep' : 'look');
  const read = why === 'accept' ? lockMembers : readMembers;
  const [inviter] = await read(tx, tenantId, { userId: row.invited_by });
  if (!role || !inviter || inviter.isDeactivated) return false;
  const person = { userId: inviter.userId, rights: rightsOfMember(inviter) };
  return inviterFault(person, role.rights) === null;
}
