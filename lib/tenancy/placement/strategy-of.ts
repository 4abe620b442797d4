import { SchemaError } from '../../errors';
import type { IsolationStrategy } from './isolation-strategy';
import { rowStrategy } from './row-strategy';

const strategies: Record<string, IsolationStrategy> = { row: rowStrategy };

/**
 * Finds the strategy of a placement by its name.
 *
 * @throws SchemaError for one this release does not have.
 */
export function strategyOf(placement: string): IsolationStrategy {
  if (Object.hasOwn(strategies, placement)) return strategies[placement] as IsolationStrategy;
  const known = Object.keys(strategies).join(', ');
  throw new SchemaError('placement', `This release has no such placement. It has: ${known}.`);
}
