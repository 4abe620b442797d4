import { log } from '../log';
import { type Channel, channelName } from './channel-name';
import { pusherClient } from './pusher-client';

/** What the protocol carries at most, in bytes of JSON. */
const mostBytes = 10_240;
/** Channels that one message may name. */
const mostChannels = 100;

/** The server did not take a message. Whoever must not lose it tries again. */
export class RealtimeUnavailable extends Error {
  constructor(cause: unknown) {
    super(`The realtime server did not take the message: ${wordsOf(cause)}`, { cause });
    this.name = 'RealtimeUnavailable';
  }
}

/** The library says what came back in fields of its own. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { status, body, error } = cause as Error & Record<string, unknown>;
  const reason = error instanceof Error ? error.message : cause.message;
  return [reason, status, typeof body === 'string' ? body.slice(0, 200) : ''].join(' ').trim();
}

/** Somebody's own connection, which has told itself what is said. */
export interface PublishOptions {
  exceptSocket?: string;
}

/**
 * Tells everybody on some channels something. A message is a hint: what it is about stands in the
 * database, where a client that missed it finds it again.
 *
 * @param event - as 'notification'; never a name of the protocol's own.
 * @returns false where there is no server at all.
 * @throws RealtimeUnavailable; RangeError for a payload of more than 10 KB.
 */
export async function publish(
  to: Channel | Channel[],
  event: string,
  payload: unknown,
  { exceptSocket }: PublishOptions = {},
): Promise<boolean> {
  const pusher = pusherClient();
  const names = [...new Set([to].flat().map(channelName))];
  if (!pusher || names.length === 0) return pusher !== null;
  const bytes = Buffer.byteLength(JSON.stringify(payload ?? null));
  if (bytes > mostBytes) throw new RangeError(`${event}: ${bytes} bytes, more than ${mostBytes}`);
  try {
    for (let at = 0; at < names.length; at += mostChannels) {
      const some = names.slice(at, at + mostChannels);
      await pusher.trigger(some, event, payload ?? null, { socket_id: exceptSocket });
    }
    return true;
  } catch (error) {
    throw new RealtimeUnavailable(error);
  }
}

/**
 * The same where nothing depends on it: an outage is written to the log, and whoever missed it finds
 * it in the database.
 */
export async function tell(
  to: Channel | Channel[],
  event: string,
  payload: unknown,
  options?: PublishOptions,
): Promise<void> {
  await publish(to, event, payload, options).catch((err) =>
    log.warn({ event: 'realtime.unavailable', err }, 'not told'),
  );
}

/**
 * Closes every connection of a person, on all hosts (S0.11, S0.20). Their browsers ask whether they
 * are still signed in, and come back where they are.
 *
 * @returns false where there is no server.
 * @throws RealtimeUnavailable
 */
export async function disconnectPerson(userId: string): Promise<boolean> {
  const pusher = pusherClient();
  if (!pusher) return false;
  try {
    await pusher.terminateUserConnections(userId);
    return true;
  } catch (error) {
    throw new RealtimeUnavailable(error);
  }
}
