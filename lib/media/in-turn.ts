import { AppError } from '../errors';

interface Turns {
  /** So many pieces of work run at once in this process. */
  most: number;
  /** So many more wait, the first first; each holds a file in memory. */
  waiting: number;
}

/**
 * Lets pieces of work take turns.
 *
 * @returns runs a piece of work; throws AppError unavailable where too many wait already.
 */
export function inTurn({ most, waiting }: Turns): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (running < most) running += 1;
    else if (line.length < waiting) await new Promise<void>((resolve) => line.push(resolve));
    else {
      throw new AppError(
        'unavailable',
        'Too many pictures are being taken in at the moment. Try it again in a minute.',
      );
    }
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
