import { publish } from '../publish';

/** An operation for the client, likely another than the one it asked for (S0.27). */
export interface ClientMessage {
  op: string;
  data: unknown;
}

/** The event under which messages to one connection travel. */
export const clientMessage = 'client.message';

/** Sends operations to the connection that asked. */
export interface Multiplexer {
  /**
   * While the message is being worked on it goes with the answer; later, by the connection's own
   * channel.
   */
  send(op: string, data?: unknown): Promise<void>;
}

/** Collects what goes with the answer. */
export function createMultiplexer(socketId: string): Multiplexer & {
  /** Gives what was collected; what comes after travels by itself. */
  finish(): ClientMessage[];
} {
  let collected: ClientMessage[] | null = [];
  return {
    send: async (op, data = null) => {
      const message = { op, data };
      if (collected) collected.push(message);
      else await publish({ kind: 'conn', socketId }, clientMessage, message);
    },
    finish: () => {
      const messages = collected ?? [];
      collected = null;
      return messages;
    },
  };
}
