import { and, asc, eq, gt } from 'drizzle-orm';
import { events } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import { settingsLabels } from './settings-input';

/** What somebody else did to the settings since they were opened. */
export interface MeanwhileSaved {
  /** To be given back by whoever saves over it after all. */
  seenAt: string;
  by: string | null;
  /** Labels of what was changed. */
  fields: string[];
}

/** Somebody else has saved the settings since they were read. Nothing was written. */
export class SettingsConflict extends AppError {
  constructor(readonly meanwhile: MeanwhileSaved) {
    super('conflict', 'Somebody else changed the settings in the meantime.');
    this.name = 'SettingsConflict';
  }
}

/**
 * Finds out who changed the settings since somebody opened them, and what.
 *
 * @param updatedAt - of the tenant's row as it is now.
 * @param seenAt - of the row as the person saw it; it came from outside.
 */
export async function findSettingsConflict(
  tx: ScopedTx,
  updatedAt: Date,
  seenAt: string,
): Promise<SettingsConflict> {
  const newest = updatedAt.getTime();
  // PostgreSQL knows fewer moments than JavaScript.
  const since = new Date(Math.min(Math.max(Date.parse(seenAt) || newest, 0), newest));
  const saves = await tx
    .select({ by: events.actorName, payload: events.payload })
    .from(events)
    .where(and(eq(events.type, 'tenant.updated'), gt(events.createdAt, since)))
    .orderBy(asc(events.id));
  const changed = new Set(saves.flatMap(({ payload }) => Object.keys(payload.changes ?? {})));
  const fields = Object.entries(settingsLabels).flatMap(([name, label]) =>
    changed.has(name) ? [label] : [],
  );
  const by = saves.at(-1)?.by || null;
  return new SettingsConflict({ seenAt: updatedAt.toISOString(), by, fields });
}
