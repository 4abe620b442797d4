import { asc, inArray, sql } from 'drizzle-orm';
import { invitations } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import type { RecordFate } from '../../resources/resource-action';
import type { ResourceContext } from '../../resources/resource-context';
import { endedWords } from './ended-words';
import { tellOfInvitations } from './invitation-event';

type Row = typeof invitations.$inferSelect;

/** Ends invitations: their links are worth nothing from then on. One answer for each that exists. */
export async function revokeInvitations(
  tx: ScopedTx,
  ctx: ResourceContext,
  ids: string[],
): Promise<RecordFate[]> {
  const rows = await lockInvitations(tx, ids);
  const open = rows.filter((row) => endOf(row) === null);
  if (open.length > 0) {
    const meant = inArray(
      invitations.id,
      open.map(({ id }) => id),
    );
    await tx.update(invitations).set({ revokedAt: sql`now()`, endedWhy: 'revoked' }).where(meant);
    await tellOfInvitations(tx, ctx, 'invitation.revoked', open.map(toldOf));
  }
  return rows.map((row) => ({ id: row.id, label: row.email, why: endOf(row) }));
}

/** Reads invitations of the tenant and keeps others from using or changing them until the end. */
export function lockInvitations(tx: ScopedTx, ids: string[]): Promise<Row[]> {
  const { id } = invitations;
  return tx.select().from(invitations).where(inArray(id, ids)).orderBy(asc(id)).for('update');
}

/** Why nothing more can be done with an invitation, or null. */
export function endOf({ acceptedAt, revokedAt, endedWhy }: Row): string | null {
  if (acceptedAt) return endedWords.accepted;
  if (!revokedAt) return null;
  return endedWhy === 'replaced' ? endedWords.replaced : endedWords.revoked;
}

function toldOf({ id, email }: Row) {
  return { id, email };
}
