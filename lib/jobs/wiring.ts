import type { Handler } from './handler';

/** How long a job is on loan. Longer than any handler may take, so that a slow one keeps its job. */
export const leaseSeconds = 60;

/** Event type, or a pattern as in 'post.*' or '*', to whom it is told. */
export type Reactions = Record<string, Handler[]>;

/** All a worker knows of the application. */
export interface Wiring {
  /** Event type or pattern to kinds of jobs, as the database takes it. */
  kinds: Record<string, string[]>;
  handlers: Map<string, Handler>;
}

/**
 * Makes the wiring of a worker.
 *
 * @param others - handlers of jobs that no event asks for, or did in an earlier release.
 * @throws Error for two handlers of one kind, and for one that may outlive its lease.
 */
export function wire(reactions: Reactions, others: Handler[] = []): Wiring {
  const handlers = new Map<string, Handler>();
  for (const handler of [...Object.values(reactions).flat(), ...others]) {
    const known = handlers.get(handler.kind);
    if (known && known !== handler) throw new Error(`Two handlers are named ${handler.kind}.`);
    if ((handler.timeLimitSeconds ?? 0) > leaseSeconds - 10) {
      throw new Error(`${handler.kind} may take longer than a lease of ${leaseSeconds} s.`);
    }
    handlers.set(handler.kind, handler);
  }
  const kinds = Object.entries(reactions).map(([type, list]) => [
    type,
    list.map(({ kind }) => kind),
  ]);
  return { kinds: Object.fromEntries(kinds), handlers };
}
