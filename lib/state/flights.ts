import type { StateEngine } from './state-engine';

/** Values being made, so that many who miss the same entry make it once. */
export interface Flights {
  /**
   * Waits for the making under way, or begins it.
   *
   * @param make - is told whether its result is still wanted when it is there.
   */
  join<T>(name: string, make: (isWanted: () => boolean) => Promise<T>): Promise<T>;
  /** The entry was changed meanwhile: what is being made is old. */
  drop(name: string): void;
  dropAll(beginning: string): void;
}

const known = new WeakMap<StateEngine, Flights>();

/** What is being made for an engine in this process. */
export function flightsOf(engine: StateEngine): Flights {
  const flights = known.get(engine) ?? createFlights();
  known.set(engine, flights);
  return flights;
}

function createFlights(): Flights {
  const running = new Map<string, Promise<unknown>>();
  return {
    join: <T>(name: string, make: (isWanted: () => boolean) => Promise<T>) => {
      const current = running.get(name) as Promise<T> | undefined;
      if (current) return current;
      // The making begins a moment later, when it can be compared with what is registered.
      const flight: Promise<T> = Promise.resolve()
        .then(() => make(() => running.get(name) === flight))
        .finally(() => {
          if (running.get(name) === flight) running.delete(name);
        });
      running.set(name, flight);
      return flight;
    },
    drop: (name) => {
      running.delete(name);
    },
    dropAll: (beginning) => {
      for (const name of running.keys()) if (name.startsWith(beginning)) running.delete(name);
    },
  };
}
