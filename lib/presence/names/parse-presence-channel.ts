import { readRoomKey } from './room-key';

/** What the name of a presence channel says. */
export type PresencePlace =
  | { kind: 'tenant'; tenantId: string; room: null }
  | { kind: 'room'; tenantId: string; room: string }
  /**
   * A room whose name is too long to be read out of the channel's. Whoever asks for it must name it:
   * it is the one where `presenceChannel(tenantId, room)` is this channel. `findRoom` knows those
   * that somebody is in.
   */
  | { kind: 'long'; tenantId: string; room: null };

const form =
  /^presence-org-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\.([\s\S]+))?$/;

/**
 * Reads the name of a presence channel, for whoever decides about a subscription. Strict: it takes
 * exactly what `presenceChannel` gives, so that no room has a second channel whose members nobody
 * would see. It says nothing of who may be there.
 *
 * @returns null for anything else.
 */
export function parsePresenceChannel(channel: string): PresencePlace | null {
  const [, tenantId, key] = form.exec(channel) ?? [];
  if (tenantId === undefined) return null;
  if (key === undefined) return { kind: 'tenant', tenantId, room: null };
  const read = readRoomKey(key);
  if (read === 'hashed') return { kind: 'long', tenantId, room: null };
  return read && read.room !== null ? { kind: 'room', tenantId, room: read.room } : null;
}
