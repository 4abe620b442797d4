import type { RoomPerson } from '../rooms/room-person';
import type { RealtimeClient } from './realtime-client';

export interface RoomState {
  people: RoomPerson[];
  /** All of them, also where there are too many to be named. */
  count: number;
}

interface Told extends RoomState {
  room: string | null;
  channel: string;
}

/** A third of the time after which somebody of whom nothing was heard is gone. */
const signMs = 25_000;
/** Changes of a moment are looked at together. */
const lookMs = 300;

/**
 * Brings the page into a room, tells who is there as it changes, and leaves with `stop`. Small rooms
 * hear of a change at once; in large ones it is seen with the next sign of life.
 */
export function joinRoom(
  client: RealtimeClient,
  room: string | null,
  { meta, onPeople }: { meta: Record<string, unknown>; onPeople: (state: RoomState) => void },
) {
  let said = meta;
  let channel: string | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;
  const join = () => client.send('room.join', { room, meta: said });
  const look = () => {
    clearTimeout(looking);
    looking = setTimeout(() => void client.send('room.list', { room }), lookMs);
  };
  const stops = [
    client.onOp<Told>('room.people', (told) => {
      if (told.room !== room) return;
      onPeople({ people: told.people, count: told.count });
      if (channel) return;
      channel = told.channel;
      client.pusher()?.subscribe(channel);
    }),
    client.on<{ room: string | null }>('room.changed', (told) => {
      if (told?.room === room) look();
    }),
    client.onCaughtUp(join),
  ];
  if (client.state() === 'on') void join();
  const timer = setInterval(() => {
    if (client.state() === 'on') void client.send('room.here', { room, meta: said });
  }, signMs);
  return {
    /** Says something else of the page (S2.32). */
    track: (next: Record<string, unknown>) => {
      said = next;
      if (client.state() === 'on') void join();
    },
    stop: () => {
      clearInterval(timer);
      clearTimeout(looking);
      for (const stop of stops) stop();
      if (channel) client.pusher()?.unsubscribe(channel);
      if (client.state() === 'on') void client.send('room.leave', { room });
    },
  };
}
