import { eq, inArray, sql } from 'drizzle-orm';
import { invitations } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import type { ResourceContext } from '../../resources/resource-context';
import { tellOfInvitations } from './invitation-event';
import type { Decision, Known } from './judge-wishes';
import type { InvitationDays } from './wish';

interface Writing {
  days: InvitationDays;
  message: string;
  roles: Known['roles'];
}

/** Writes what was decided: what is replaced ends first, so that one invitation waits for an address. */
export async function writeInvitations(
  tx: ScopedTx,
  ctx: ResourceContext,
  decisions: Decision[],
  { days, message, roles }: Writing,
): Promise<void> {
  const expiresAt = sql`now() + make_interval(days => ${days}::int)`;
  const invitedBy = ctx.actor?.id ?? '';
  const replaced = decisions.flatMap(({ replaces }) => replaces ?? []);
  if (replaced.length > 0) {
    await tx
      .update(invitations)
      .set({ revokedAt: sql`now()`, endedWhy: 'replaced' })
      .where(inArray(invitations.id, replaced));
  }
  const told: Parameters<typeof tellOfInvitations>[3] = [];
  for (const { outcome, id, wish } of decisions) {
    if (outcome !== 'renewed' || !id) continue;
    const again = { sentAt: sql`now()`, sentCount: sql`${invitations.sentCount} + 1` };
    await tx
      .update(invitations)
      .set({ ...again, expiresAt, message, invitedBy })
      .where(eq(invitations.id, id));
    told.push({ id, email: wish.email, role: titleOf(roles, wish.role), again: true });
  }
  const made = decisions.filter(({ outcome }) => outcome === 'invited');
  const rows = made.map(({ id = '', wish: { email, role: named, groups } }) => {
    const { role = 'member', roleId = null } = roles.get(named)?.role ?? {};
    told.push({ id, email, role: titleOf(roles, named) });
    const base = { id, tenantId: ctx.tenant?.id ?? '', email, role, roleId, groups };
    return { ...base, invitedBy, message, expiresAt };
  });
  if (rows.length > 0) {
    await tx.insert(invitations).values(rows as unknown as (typeof invitations.$inferInsert)[]);
  }
  await tellOfInvitations(tx, ctx, 'invitation.sent', told);
}

function titleOf(roles: Known['roles'], named: string): string {
  return roles.get(named)?.role.roleName ?? named;
}
