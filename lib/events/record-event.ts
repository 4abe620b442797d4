import { events } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';
import type { EventType } from './event-types';

export interface NewEvent {
  type: EventType;
  /** Id of the row it is about. */
  subjectId?: string;
  actorId?: string;
  payload?: Record<string, unknown>;
  /** What is stale from the commit on. */
  cacheTags: string[];
}

/**
 * Writes an event in the transaction of the change it tells of, so that neither exists without the
 * other. Who must react is told after the commit.
 */
export async function recordEvent(tx: ScopedTx, event: NewEvent): Promise<void> {
  await tx.insert(events).values(event);
}
