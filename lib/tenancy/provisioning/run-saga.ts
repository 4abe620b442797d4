import { log } from '../../log';

/** One step of several that are done all or not at all. */
export interface SagaStep<S> {
  /** As logs and tests call it. */
  name: string;
  run(state: S): Promise<void>;
  /**
   * Takes back what a rollback of the database does not. It must not mind being called twice, nor
   * for what is half done.
   */
  undo?(state: S): Promise<void>;
}

/** Steps on their way. */
export interface Saga<S> {
  /** Runs every step in its order; a failure is thrown as it came. */
  run(state: S): Promise<void>;
  /** Takes back what was begun, the last first. What cannot be taken back is logged, and the rest goes on. */
  undo(state: S): Promise<void>;
}

/** Makes a saga of steps. A step that failed is taken back too: it may have got half way. */
export function createSaga<S>(steps: SagaStep<S>[]): Saga<S> {
  const begun: SagaStep<S>[] = [];
  return {
    run: async (state) => {
      for (const step of steps) {
        begun.push(step);
        await step.run(state);
      }
    },
    undo: async (state) => {
      for (let step = begun.pop(); step; step = begun.pop()) {
        await step.undo?.(state).catch(left(step.name));
      }
    },
  };
}

function left(step: string) {
  return (error: unknown) => {
    log.error({ event: 'saga.not_undone', step, err: error }, 'a step could not be taken back');
  };
}
