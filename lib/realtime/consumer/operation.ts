import type { z } from 'zod';
import type { Operation } from './consumer';

/**
 * Declares one operation: what its data must fit, and what is done. Data that does not fit is
 * answered with an error, and the connection stays (S0.18).
 */
export function operation<S extends z.ZodType>(data: S, run: Operation<S>['run']): Operation {
  return { data, run: run as Operation['run'] };
}
