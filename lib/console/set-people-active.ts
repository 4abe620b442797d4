import { asc, inArray } from 'drizzle-orm';
import { users } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';
import { AppError } from '../errors';
import { type EventOrigin, type PlacedEvent, recordEvents } from '../events/record-event';
import { databaseError } from '../resources/database-refusal';
import type { RecordFate } from '../resources/resource-action';

/**
 * Deactivates accounts, or lets them sign in again, each with its event in the platform's audit log.
 * The database ends the sessions of who may not sign in any more, tokens of programs included.
 *
 * @param tx - the console's.
 * @returns one answer for each that exists.
 * @throws AppError conflict when no superuser would be left: two of them can deactivate each other
 *   at the same moment, and the database refuses the second.
 */
export async function setPeopleActive(
  tx: ScopedTx,
  origin: EventOrigin,
  ids: string[],
  isActive: boolean,
): Promise<RecordFate[]> {
  const rows = await tx
    .select({
      id: users.id,
      name: users.name,
      isActive: users.isActive,
      deletedAt: users.deletedAt,
    })
    .from(users)
    .where(inArray(users.id, ids))
    .orderBy(asc(users.id))
    .for('update');
  const fates = rows.map((row) => ({ ...row, why: whyNot(row, origin, isActive) }));
  const changed = fates.filter(({ why }) => why === null);
  if (changed.length > 0) {
    const isMeant = inArray(
      users.id,
      changed.map(({ id }) => id),
    );
    await tx
      .update(users)
      .set({ isActive, updatedAt: new Date() })
      .where(isMeant)
      .catch(throwLastSuperuser);
    await recordEvents(
      tx,
      origin,
      changed.map((row) => eventOf(row, isActive)),
    );
  }
  return fates.map(({ id, name, why }) => ({ id, label: name, why }));
}

/** Of a deleted account. An operator cannot bring it back, only whoever has its email. */
export const deletedWords =
  'The account is deleted. Registering again with its email brings it back.';

interface Row {
  id: string;
  name: string;
  isActive: boolean;
  deletedAt: Date | null;
}

/** Whoever asks is a superuser and stays one: so there is always one left. */
function whyNot({ id, isActive: now, deletedAt }: Row, { actor }: EventOrigin, isActive: boolean) {
  if (deletedAt) return deletedWords;
  if (now === isActive)
    return isActive ? 'They can sign in already.' : 'They cannot sign in already.';
  if (!isActive && id === actor?.id) return 'It is you. Another superuser can do it.';
  return null;
}

function throwLastSuperuser(error: unknown): never {
  if (databaseError(error)?.constraint_name !== 'users_superuser_left') throw error;
  throw new AppError('conflict', 'No superuser would be left.', { cause: error });
}

function eventOf({ id, name }: Row, isActive: boolean): PlacedEvent {
  return {
    type: isActive ? 'user.reactivated' : 'user.deactivated',
    tenantId: null,
    subjectId: id,
    payload: { resource: 'users', label: name, changes: { isActive: [!isActive, isActive] } },
    cacheTags: [],
  };
}
