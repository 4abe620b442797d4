import { z } from 'zod';
import { AppError } from '../../errors';
import { TenantPresence } from '../../presence/tenant-presence';
import { channelName } from '../channel-name';
import type { ConsumerContext, Received } from '../consumer/consumer';
import { defineConsumer } from '../consumer/define-consumer';
import { operation } from '../consumer/operation';
import { tell } from '../publish';
import { mayEnterRoom } from '../room-rights';
import { listRoom } from './room-person';

/** What pages are told when somebody comes to a room, leaves it or says something else of themselves. */
export const roomChanged = 'room.changed';

/** How entries begin that note a connection's rooms, to be left with it. */
const roomsEntry = 'room ';
const mostRooms = 20;

const room = z.string().min(1).max(400).nullable();
const inRoom = z.object({ room });
const coming = inRoom.extend({ meta: z.record(z.string(), z.unknown()).default({}) });

/**
 * Who is where (S2.31 to S2.33): pages come to a room, give signs of life and leave it. What counts
 * stands in the store, so that large rooms are as small ones; the channel only says when to look.
 */
export const roomConsumer = defineConsumer({
  ops: {
    'room.join': operation(coming, async (received) => {
      const { ctx, data } = received;
      requireRoom(ctx, data.room);
      await noteRoom(ctx, data.room);
      // The name is ours to say: a page could call itself anybody.
      const meta = { ...data.meta, name: ctx.user.name.slice(0, 100) };
      await presenceOf(ctx).join(data.room, ctx.user.userId, meta, connectionOf(ctx));
      await tellRoom(ctx, data.room);
      await answer(received, data.room);
    }),
    'room.leave': operation(inRoom, async ({ ctx, data }) => {
      await ctx.channelSession.delete(entryOf(data.room));
      await presenceOf(ctx).leave(data.room, ctx.user.userId, connectionOf(ctx));
      await tellRoom(ctx, data.room);
    }),
    'room.here': operation(coming, async (received) => {
      const { ctx, data } = received;
      requireRoom(ctx, data.room);
      const meta = { ...data.meta, name: ctx.user.name.slice(0, 100) };
      const presence = presenceOf(ctx);
      const isThere = await presence.heartbeat(data.room, ctx.user.userId, connectionOf(ctx));
      if (!isThere) await presence.join(data.room, ctx.user.userId, meta, connectionOf(ctx));
      await answer(received, data.room);
    }),
    'room.list': operation(inRoom, async (received) => {
      requireRoom(received.ctx, received.data.room);
      await answer(received, received.data.room);
    }),
  },
  onDisconnect: async ({ tenantId, userId, socketId, channelSession }) => {
    const rooms = roomsOf(Object.keys(channelSession));
    const presence = TenantPresence.forTenant(tenantId);
    for (const one of rooms) {
      await presence.leave(one, userId, { connection: socketId });
      await tell({ kind: 'presence', tenantId, room: one }, roomChanged, { room: one });
    }
  },
});

function requireRoom(ctx: ConsumerContext, name: string | null): void {
  if (!mayEnterRoom(ctx, name)) throw new AppError('forbidden', 'This room is not yours to enter.');
}

function presenceOf({ tenant }: ConsumerContext): TenantPresence {
  return TenantPresence.forTenant(tenant.id);
}

function connectionOf({ socketId }: ConsumerContext) {
  return { connection: socketId };
}

/** Writes down that the connection is there, an entry for each room: several may come at a time. */
async function noteRoom({ channelSession }: ConsumerContext, name: string | null): Promise<void> {
  const entry = entryOf(name);
  const entries = [...(await channelSession.all()).keys()];
  if (entries.includes(entry)) return;
  if (roomsOf(entries).length >= mostRooms) {
    throw new AppError('bad_input', 'Too many rooms at once.');
  }
  await channelSession.set(entry, true);
}

function entryOf(name: string | null): string {
  return roomsEntry + JSON.stringify(name);
}

function roomsOf(entries: string[]): (string | null)[] {
  return entries
    .filter((entry) => entry.startsWith(roomsEntry))
    .map((entry) => JSON.parse(entry.slice(roomsEntry.length)));
}

async function tellRoom({ tenant, socketId }: ConsumerContext, name: string | null): Promise<void> {
  const channel = { kind: 'presence', tenantId: tenant.id, room: name } as const;
  await tell(channel, roomChanged, { room: name }, { exceptSocket: socketId });
}

async function answer({ ctx, multiplexer }: Received, name: string | null): Promise<void> {
  const found = await listRoom(presenceOf(ctx), name);
  const channel = channelName({ kind: 'presence', tenantId: ctx.tenant.id, room: name });
  await multiplexer.send('room.people', { room: name, channel, ...found });
}
