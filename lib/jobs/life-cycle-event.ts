import { formerTypes } from '../events/event-types';
import {
  isLifeCycleType,
  type LifeCyclePayload,
  type LifeCycleType,
  lifeCycle,
} from '../events/life-cycle';
import { type Job, type JobEvent, PermanentFailure } from './handler';
import { payloadFault } from './payload-fault';

/** An event of a life as its handlers get it: one of the types they are on, with what it tells. */
export type LifeCycleEvent<T extends LifeCycleType = LifeCycleType> = {
  [K in T]: Omit<JobEvent, 'type' | 'payload'> & {
    type: K;
    /** Null for people, who are of no tenant. */
    tenantId: string | null;
    payload: LifeCyclePayload<K>;
  };
}[T];

/**
 * Reads the event of a job as one of a life.
 *
 * @throws PermanentFailure for a job without such an event, and for one that does not tell what its
 *   type promises, as of another release.
 */
export function readLifeCycleEvent<T extends LifeCycleType>(job: Job): LifeCycleEvent<T> {
  const { event, tenantId } = job;
  if (!event) throw new PermanentFailure('It comes from no event, and its handler needs one.');
  const type = formerTypes[event.type] ?? event.type;
  if (!isLifeCycleType(type)) {
    throw new PermanentFailure(`${event.type} is no life-cycle event.`);
  }
  const parsed = lifeCycle[type].safeParse(event.payload);
  if (!parsed.success) {
    throw new PermanentFailure(
      `Its event ${event.id} is a ${type}, but ${payloadFault(parsed.error)}`,
    );
  }
  return { ...event, type, tenantId, payload: parsed.data } as unknown as LifeCycleEvent<T>;
}
