import type { Consumer } from './consumer';

/** The consumer that an operation is for: who declares it, else the first that takes anything. */
export function findConsumer(op: string, consumers: readonly Consumer[]): Consumer | undefined {
  return (
    consumers.find(({ ops }) => Object.hasOwn(ops, op)) ??
    consumers.find(({ onReceive }) => onReceive !== undefined)
  );
}
