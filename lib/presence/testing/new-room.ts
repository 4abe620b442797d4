import { randomUUID } from 'node:crypto';

/** Gives a room nobody has been in. */
export function newRoom(): string {
  return `room:${randomUUID()}`;
}
