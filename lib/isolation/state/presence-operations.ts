import { presenceChannel } from '../../presence/names/presence-channel';
import type { TenantPresence } from '../../presence/tenant-presence';

/**
 * One operation of a tenant's presence as an attacker calls it, with the name of a room that only
 * the other tenant has people in, and one of those. Says what was told, and what an empty room tells.
 */
export type PresenceOperation = (
  presence: TenantPresence,
  room: string,
  userId: string,
) => Promise<[told: unknown, expected: unknown]>;

/** Every operation of TenantPresence. One that is there and not here is uncovered. */
export const presenceOperations: Record<string, PresenceOperation> = {
  list: async (presence, room) => [await presence.list(room), []],
  count: async (presence, room) => [await presence.count(room), 0],
  findRoom: async (presence, room) => {
    const channel = presenceChannel(presence.tenantId, room);
    return [await presence.findRoom(channel), channel.includes(';') ? null : room];
  },
  heartbeat: async (presence, room, userId) => [await presence.heartbeat(room, userId), false],
  leave: async (presence, room, userId) => [await presence.leave(room, userId), false],
  join: async (presence, room, userId) => {
    const { isFirst } = await presence.join(room, userId, { own: true });
    const people = await presence.list(room);
    await presence.leave(room, userId);
    return [
      [isFirst, people.map(({ meta }) => meta)],
      [true, [{ own: true }]],
    ];
  },
  cleanupStale: async (presence) => [await presence.cleanupStale(), []],
  health: async (presence) => [(await presence.health()).isUp, true],
};
