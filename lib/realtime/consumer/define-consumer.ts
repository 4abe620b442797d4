import type { Consumer } from './consumer';

interface NewConsumer extends Partial<Consumer> {}

/**
 * Declares a consumer in the object form (S0.2, S0.17): its author writes what is done; who sends,
 * the session, the tenant and the connection are there when it is called.
 */
export function defineConsumer(consumer: NewConsumer): Consumer {
  return { ops: {}, disconnectIfHttpLoggedOut: true, ...consumer };
}
