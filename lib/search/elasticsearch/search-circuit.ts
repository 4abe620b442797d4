import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';

const restMilliseconds = 30_000;

/**
 * After two failures in a row nobody is kept waiting for Elasticsearch: every half minute one search
 * tries whether it is back.
 */
export const searchCircuit = circuitBreaker(handleAll, {
  halfOpenAfter: restMilliseconds,
  breaker: new ConsecutiveBreaker(2),
});
