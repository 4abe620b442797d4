import { events } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';
import type { EventType } from './event-types';
import type { LifeCyclePayload, LifeCycleType } from './life-cycle';
import { redactPayload } from './redact-payload';

export interface NewEvent {
  type: EventType;
  /** Id of the row it is about. */
  subjectId?: string;
  /** `resource`, `label` and `changes` are what the audit log shows; handlers may need more. */
  payload?: EventPayload;
  /** What is stale from the commit on. */
  cacheTags: string[];
}

export interface EventPayload extends Record<string, unknown> {
  /** Name of the resource, as in 'posts'. */
  resource?: string;
  /** What people call the row: its title or name. */
  label?: string;
  /** Field to what it was and what it is; long texts are shortened. */
  changes?: Record<string, [before: unknown, after: unknown]>;
}

/** An event of this very type; one of a life must tell what its handlers rely on. */
export type NewEventOf<T extends EventType> = Omit<NewEvent, 'type' | 'payload'> & {
  type: T;
} & (T extends LifeCycleType
    ? { payload: EventPayload & LifeCyclePayload<T> }
    : { payload?: EventPayload });

/** An event and the tenant it happened in; null is the platform itself. */
export type PlacedEvent = NewEvent & { tenantId: string | null };

/** What acted in somebody's name. */
export interface ActedVia {
  kind: 'api-key';
  id: string;
  name: string;
}

/** Where a change comes from; a context is one. */
export interface EventOrigin {
  actor?: { id: string; name: string };
  /** Stands in the payload, and in the audit log beside the actor. */
  via?: ActedVia;
  requestId?: string;
}

/**
 * Writes an event in the transaction of the change it tells of, so that neither exists without the
 * other. Who must react is told after the commit; the audit log is sealed from it, so what looks
 * like a secret is taken out of the payload.
 *
 * @param origin - the context of the change: who made it, in which request.
 */
export async function recordEvent<const T extends EventType>(
  tx: Pick<ScopedTx, 'insert'>,
  origin: EventOrigin,
  event: NewEventOf<T>,
): Promise<void> {
  await tx.insert(events).values(rowOf(origin, event as NewEvent));
}

/**
 * The same for several at once, across tenants.
 *
 * @param tx - the platform's: a tenant's own handle refuses the ids of others.
 */
export async function recordEvents(
  tx: Pick<ScopedTx, 'insert'>,
  origin: EventOrigin,
  list: PlacedEvent[],
): Promise<void> {
  if (list.length === 0) return;
  await tx.insert(events).values(list.map((event) => rowOf(origin, event)));
}

function rowOf<E extends NewEvent>({ actor, via, requestId = '' }: EventOrigin, event: E) {
  const payload = redactPayload(via ? { ...event.payload, via } : event.payload);
  return { ...event, payload, actorId: actor?.id, actorName: actor?.name ?? '', requestId };
}
