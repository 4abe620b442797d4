import { inArray, sql } from 'drizzle-orm';
import { take } from '../../auth/abuse-limits';
import { memberships, tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { TooMany } from '../../errors';
import { recordEvents } from '../../events/record-event';
import type { RecordFate } from '../../resources/resource-action';
import type { ResourceContext } from '../../resources/resource-context';

/**
 * Sends members the mail with which they choose a new password themselves (S1.28): an account belongs
 * to its person on every site, so nobody of a tenant sets its password.
 */
export async function mailResets(
  tx: ScopedTx,
  ctx: ResourceContext,
  ids: string[],
): Promise<RecordFate[]> {
  const { id, name, email, deactivatedAt } = memberships;
  const found = await tx
    .select({ id, name, email, deactivatedAt })
    .from(memberships)
    .where(inArray(id, ids));
  const tenantId = ctx.tenant?.id ?? '';
  const fates: RecordFate[] = [];
  for (const member of found) {
    const why = member.deactivatedAt
      ? 'They are deactivated.'
      : await tooOften(tenantId, member.email);
    fates.push({ id: member.id, label: member.name, why });
    if (why !== null) continue;
    const asked = sql`platform.ask_reset(${member.email}, ${tenantId}::uuid)`;
    await tx.select({ asked }).from(tenants);
    await recordEvents(tx, ctx, [
      {
        type: 'member.reset-mailed',
        ...{ tenantId, subjectId: member.id, cacheTags: [] },
        payload: { resource: 'members', label: member.name },
      },
    ]);
  }
  return fates;
}

/** Counted with what is asked for on the page for who has forgotten it. */
async function tooOften(tenantId: string, email: string): Promise<string | null> {
  try {
    await take('reset/account', email);
    await take('reset/tenant', tenantId);
    return null;
  } catch (error) {
    if (error instanceof TooMany) return error.message;
    throw error;
  }
}
