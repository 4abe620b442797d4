import type { Consumer, Received } from './consumer';
import { defineConsumer } from './define-consumer';

type Options = Partial<Pick<Consumer, 'disconnectIfHttpLoggedOut' | 'onConnect' | 'onDisconnect'>>;

/** Makes a consumer of one function (S0.2, S0.22). It behaves as the object form does. */
export function withChannel(
  handler: (received: Received) => Promise<void> | void,
  options: Options = {},
): Consumer {
  return defineConsumer({ ...options, onReceive: handler });
}
