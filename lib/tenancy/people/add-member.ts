import { and, eq } from 'drizzle-orm';
import type { PlatformDb, PlatformTx } from '../../db/platform-tx';
import { memberships, tenants } from '../../db/schema/platform';
import { ExistsError, InactiveError, InvalidInput, TenantNotFound } from '../../errors';
import type { EventOrigin } from '../../events/record-event';
import { findPerson, type Person } from '../add-person';
import { tellOfMember } from './member-event';

export interface NewMember {
  /** Of somebody with an account. */
  email: string;
  /** `member` unless given. Custom roles are given in the tenant itself. */
  role?: 'admin' | 'editor' | 'member';
  /** May enter the admin; follows from the role unless given. */
  isStaff?: boolean;
  isSuperuser?: boolean;
}

/**
 * Makes somebody with an account a member of a tenant (S4.3). An owner is made by handing the tenant
 * over.
 *
 * @param db - the console's or the CLI's: inside a tenant nobody knows whose accounts there are.
 * @returns the id of the membership.
 * @throws ExistsError (`email`) for who is one already, deactivated or not; InvalidInput for nobody's
 *   email; of that, InactiveError; TenantNotFound; LimitReached.
 */
export async function addMember(
  db: PlatformDb,
  tenantId: string,
  { email, role = 'member', isSuperuser = false, isStaff = role !== 'member' }: NewMember,
  origin: EventOrigin = {},
): Promise<string> {
  return db.write(async (tx) => {
    await requireTenant(tx, tenantId);
    const person = await findPerson(tx, email.trim().toLowerCase());
    if (!person) throw new InvalidInput({ email: ['Nobody has an account with this email.'] });
    if (!person.isActive) throw new InactiveError('email');
    const member = { id: crypto.randomUUID(), userId: person.id, role, roleName: null };
    const [row] = await tx
      .insert(memberships)
      .values({ id: member.id, tenantId, userId: person.id, role, isStaff, isSuperuser })
      .onConflictDoNothing({ target: [memberships.tenantId, memberships.userId] })
      .returning({ id: memberships.id });
    if (!row) throw new ExistsError({ email: [await wordsFor(tx, tenantId, person)] });
    const told = { tenantId, member: { ...member, name: person.name }, more: { isNew: false } };
    await tellOfMember(tx, origin, { type: 'member.added', ...told });
    return member.id;
  });
}

async function requireTenant(tx: PlatformTx, tenantId: string): Promise<void> {
  const columns = { status: tenants.status };
  const [tenant] = await tx.select(columns).from(tenants).where(eq(tenants.id, tenantId));
  if (!tenant || tenant.status === 'deleted') {
    throw new TenantNotFound('There is no such tenant.');
  }
}

async function wordsFor(tx: PlatformTx, tenantId: string, { id, name }: Person): Promise<string> {
  const columns = { deactivatedAt: memberships.deactivatedAt };
  const isMeant = and(eq(memberships.tenantId, tenantId), eq(memberships.userId, id));
  const [row] = await tx.select(columns).from(memberships).where(isMeant);
  return row?.deactivatedAt
    ? `${name} is a member already, and deactivated. Reactivate them instead.`
    : `${name} is a member already.`;
}
