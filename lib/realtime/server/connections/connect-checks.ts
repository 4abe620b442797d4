import type { IncomingMessage } from 'node:http';
import type { closings } from '../protocol/codes';
import type { Realtime } from '../realtime';
import type { RealtimeServerOptions } from '../realtime-options';
import { addressFault } from './address-fault';
import { addressGroup } from './address-group';
import { AddressRate } from './address-rate';

/** Why somebody is not let in. */
export type Fault = keyof typeof closings;

/** The checks a new connection passes. Never throws, and answers in bounded time. */
export type ConnectChecks = (request: IncomingMessage, waiting: number) => Promise<Fault | null>;

/** @returns checks that gives the first fault, or null for whoever may come in. */
export function connectChecks(realtime: Realtime, options: RealtimeServerOptions): ConnectChecks {
  const { limits, log } = realtime;
  const rate = new AddressRate(limits.connectionsPerAddressPerMinute);
  const clientAddressOf =
    options.clientAddressOf ?? ((request) => request.socket.remoteAddress ?? 'unknown');

  return async (request, waiting) => {
    try {
      if (realtime.isClosing) return 'notTakingAny';
      if (!rate.take(addressGroup(clientAddressOf(request)))) return 'addressRate';
      const fault = addressFault(request.url ?? '', realtime.app.key, options.wsPath);
      if (fault) return fault;
      if (realtime.connections.size + waiting > limits.connections) return 'overQuota';
      return await originFault(request, options, limits.originTimeoutMs);
    } catch (error) {
      log.error({ err: error }, 'a connection could not be checked');
      return 'originUnknown';
    }
  };
}

/** Browsers always name the origin, so who does not is a program, which could name any. */
async function originFault(
  { headers: { origin } }: IncomingMessage,
  { isAllowedOrigin }: RealtimeServerOptions,
  timeoutMs: number,
): Promise<Fault | null> {
  if (origin === undefined || !isAllowedOrigin) return null;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'late').unref();
  });
  try {
    const answer = await Promise.race([isAllowedOrigin(origin), late]);
    if (answer === 'late') return 'originUnknown';
    return answer === true ? null : 'foreignOrigin';
  } finally {
    clearTimeout(timer);
  }
}
