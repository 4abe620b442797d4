import { AppError } from '../errors';

const mostBytes = 1024;
// The letters Pusher has for ids of people; sockets have a dot. Stores part ids by a `|`.
const personId = /^[\w\-=@,.;]{1,128}$/;
const connectionId = /^[\w\-=@,.;]{1,64}$/;

/** What is told of somebody who is there. */
export type PresenceMeta = Record<string, unknown>;

/**
 * Gives meta as it is stored: Pusher carries 1 KB of it with each member.
 *
 * @throws AppError bad_input for what is no JSON object, or too much.
 */
export function encodeMeta(meta: PresenceMeta): string {
  const isObject = typeof meta === 'object' && meta !== null && !Array.isArray(meta);
  const text = isObject ? toJson(meta) : undefined;
  if (text === undefined || !text.startsWith('{')) {
    throw new AppError('bad_input', 'What is told of a person is a JSON object.');
  }
  if (Buffer.byteLength(text) > mostBytes) {
    throw new AppError('bad_input', 'What is told of a person may take 1 KB at most.');
  }
  return text;
}

/** @throws AppError bad_input for what is no id of a person. */
export function checkPerson(userId: string): string {
  return check(personId, userId, 'That is no id of a person.');
}

/** @throws AppError bad_input for what is no id of a connection. */
export function checkConnection(connection: string): string {
  return check(connectionId, connection, 'That is no id of a connection.');
}

function check(form: RegExp, id: unknown, fault: string): string {
  if (typeof id !== 'string' || !form.test(id)) throw new AppError('bad_input', fault);
  return id;
}

function toJson(meta: PresenceMeta): string | undefined {
  try {
    return JSON.stringify(meta);
  } catch {
    // A circle, or a number JSON has no word for.
    return undefined;
  }
}
