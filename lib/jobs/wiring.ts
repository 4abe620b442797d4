import { formerTypes } from '../events/event-types';
import type { CronDefinition } from './define-cron';
import type { Handler } from './handler';
import { isInOrder, type Reaction } from './on';

/** How long a job is on loan. Its holder extends the loan while the work goes on. */
export const leaseSeconds = 60;

/** All a worker knows of the application. */
export interface Wiring {
  /** Event type or pattern to kinds of jobs, as the database takes it. */
  kinds: Record<string, string[]>;
  /** Kinds whose jobs run one after the other in their tenant. */
  ordered: string[];
  handlers: Map<string, Handler>;
  crons: readonly CronDefinition[];
}

/** What the wiring page lists besides reactions. */
interface Others {
  /** Handlers of jobs that no event asks for, or did in an earlier release. */
  jobs?: Handler[];
  crons?: CronDefinition[];
}

/**
 * Makes the wiring of a worker.
 *
 * @throws Error for two handlers of one kind, and for one that is in order here and not there.
 */
export function wire(reactions: Reaction[], { jobs = [], crons = [] }: Others = {}): Wiring {
  const handlers = new Map<string, Handler>();
  const list = [...reactions.map(({ handler }) => handler), ...jobs];
  for (const handler of [...list, ...crons.map((cron) => cron.handler)]) {
    const known = handlers.get(handler.kind);
    if (known && known !== handler) throw new Error(`Two handlers are named ${handler.kind}.`);
    handlers.set(handler.kind, handler);
  }
  return { kinds: kindsOf(reactions), ordered: orderedOf(reactions), handlers, crons };
}

function kindsOf(reactions: Reaction[]): Wiring['kinds'] {
  const kinds: Wiring['kinds'] = {};
  const add = (type: string, kind: string) => {
    kinds[type] = [...new Set([...(kinds[type] ?? []), kind])];
  };
  for (const { types, handler } of reactions) {
    for (const type of types) {
      add(type, handler.kind);
      for (const [former, now] of Object.entries(formerTypes)) {
        if (now === type) add(former, handler.kind);
      }
    }
  }
  return kinds;
}

function orderedOf(reactions: Reaction[]): string[] {
  const kinds = new Set(reactions.filter(isInOrder).map(({ handler }) => handler.kind));
  const mixed = reactions.find((one) => kinds.has(one.handler.kind) && !isInOrder(one));
  if (mixed) {
    throw new Error(
      `${mixed.handler.kind} hears of life-cycle events in order and of ${mixed.types.join(', ')} not: ` +
        'let it say inOrder.',
    );
  }
  return [...kinds];
}
