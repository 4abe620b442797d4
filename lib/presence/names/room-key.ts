import { createHash } from 'node:crypto';
import { AppError } from '../../errors';

/** What a channel's name has room for behind `presence-org-<id>.`: 164 letters are allowed in all. */
export const longestKey = 114;

const longestName = 400;
const hashLetters = 43;
// Control characters, and halves of surrogate pairs: no database and no protocol takes all of them.
const unstorable = /[\p{Cc}\p{Surrogate}]/u;
const plain = /^(?:[\w.-]|=[0-9A-F]{2})+$/;
// Base64url of 32 bytes: the last letter holds four bits.
const hashed = /^((?:[\w.-]|=[0-9A-F]{2})+);[\w-]{42}[AEIMQUYcgkosw048]$/;

/**
 * Gives the form a room is stored and signalled in, in letters that channel names may have: segments
 * are joined by `.`, and each byte outside `[A-Za-z0-9_-]` is written `=HH`. No two rooms have the
 * same. One too long for a channel's name keeps its beginning, and a hash of all of it after a `;`,
 * which no other form has.
 *
 * @param room - segments with `:` between them, as in `document:123`; null for the tenant as a whole.
 * @returns '' for null.
 * @throws AppError bad_input for what is no room.
 */
export function roomKey(room: string | null): string {
  if (room === null) return '';
  checkRoom(room);
  const key = room.split(':').map(encodeSegment).join('.');
  if (key.length <= longestKey) return key;
  const hash = createHash('sha256').update(key).digest('base64url');
  // Not in the middle of a byte.
  const beginning = key.slice(0, longestKey - hashLetters - 1).replace(/=[0-9A-F]?$/, '');
  return `${beginning};${hash}`;
}

/**
 * Reads what {@link roomKey} gave, and nothing else: whatever it would not have written is refused.
 *
 * @returns the room, null being the tenant as a whole; `hashed` where only a store knows it;
 *   undefined for what is no key.
 */
export function readRoomKey(key: string): { room: string | null } | 'hashed' | undefined {
  if (key === '') return { room: null };
  if (isHashed(key)) return 'hashed';
  if (!plain.test(key)) return undefined;
  try {
    const room = key.split('.').map(decodeSegment).join(':');
    return roomKey(room) === key ? { room } : undefined;
  } catch {
    return undefined;
  }
}

function isHashed(key: string): boolean {
  const [, beginning] = hashed.exec(key) ?? [];
  if (beginning === undefined || /^\.|\.\.|=3A/.test(beginning)) return false;
  const bytes = [...beginning.matchAll(/=(..)/g)];
  if (bytes.some(([text, hex = '']) => encodeByte(Number.parseInt(hex, 16)) !== text)) return false;
  // Up to two letters shorter, where a byte did not fit.
  return key.length <= longestKey && key.length >= longestKey - 2;
}

function checkRoom(room: unknown): void {
  const isRoom =
    typeof room === 'string' &&
    Buffer.byteLength(room) <= longestName &&
    !unstorable.test(room) &&
    room.split(':').every((segment) => segment !== '');
  if (isRoom) return;
  throw new AppError(
    'bad_input',
    `A room is named as in document:123, by at most ${longestName} bytes without control characters.`,
  );
}

function encodeSegment(segment: string): string {
  return [...Buffer.from(segment)].map(encodeByte).join('');
}

function encodeByte(byte: number): string {
  const letter = String.fromCharCode(byte);
  return /[\w-]/.test(letter) ? letter : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function decodeSegment(segment: string): string {
  const bytes = [...segment.matchAll(/=(..)|[\w-]/g)].map(([letter, hex]) =>
    hex ? Number.parseInt(hex, 16) : letter.charCodeAt(0),
  );
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
}
