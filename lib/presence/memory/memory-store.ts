import { type KeyPrefix, stateKeyPrefix } from '../../state/state-key';
import { byArrival } from '../by-arrival';
import {
  type Departure,
  keptSeconds,
  type PresenceStore,
  type Room,
  type Seat,
} from '../presence-store';
import { arrive, depart, livingOf, type MemoryPerson, renew, shownPerson } from './memory-person';

interface Options {
  /** In milliseconds. Tests give their own. */
  now?: () => number;
  keyPrefix?: KeyPrefix;
}

interface MemoryRoom {
  name: string | null;
  people: Map<string, MemoryPerson>;
}

const sweepMilliseconds = 60_000;

/** Keeps who is where in this process: right where there is one, and gone with it. */
export function memoryPresence({
  now = Date.now,
  keyPrefix = stateKeyPrefix,
}: Options = {}): PresenceStore {
  const tenants = new Map<string, Map<string, MemoryRoom>>();
  let sweptAt = now();

  const prefix = (tenantId: string) => keyPrefix(tenantId, 'presence');
  const roomsOf = (tenantId: string) => tenants.get(prefix(tenantId));
  const peopleOf = ({ tenantId, key }: Room) => roomsOf(tenantId)?.get(key)?.people;
  const livingIn = (room: Room, at = now()) =>
    [...(peopleOf(room) ?? [])].filter(([, person]) => livingOf(person, at).length > 0);

  const openRoom = ({ tenantId, key, name }: Room): MemoryRoom => {
    const rooms = roomsOf(tenantId) ?? new Map<string, MemoryRoom>();
    const room = rooms.get(key) ?? { name, people: new Map() };
    tenants.set(prefix(tenantId), rooms.set(key, room));
    return room;
  };
  const remove = (tenantPrefix: string, key: string, userId: string) => {
    const rooms = tenants.get(tenantPrefix);
    const people = rooms?.get(key)?.people;
    people?.delete(userId);
    if (people?.size === 0) rooms?.delete(key);
    if (rooms?.size === 0) tenants.delete(tenantPrefix);
  };
  /** People who have ended before `end`; they go. */
  const takeEnded = (tenantPrefix: string, end: number, most: number): Departure[] => {
    const departed: Departure[] = [];
    for (const [key, { name, people }] of tenants.get(tenantPrefix) ?? []) {
      for (const [userId, person] of people) {
        if (departed.length >= most) return departed;
        if (livingOf(person, end).length > 0) continue;
        departed.push({ key, name, userId });
        remove(tenantPrefix, key, userId);
      }
    }
    return departed;
  };
  /** Where nobody cleans up, what is left must not grow. */
  const sweep = () => {
    if (now() - sweptAt < sweepMilliseconds) return;
    sweptAt = now();
    for (const tenantPrefix of [...tenants.keys()]) {
      takeEnded(tenantPrefix, now() - keptSeconds * 1000, Number.POSITIVE_INFINITY);
    }
  };
  const personAt = (seat: Seat) => peopleOf(seat)?.get(seat.userId);

  return {
    backend: 'memory',
    join: async (seat, arrival) => {
      sweep();
      const { people } = openRoom(seat);
      const before = people.get(seat.userId);
      const person = arrive(before, arrival, now());
      people.set(seat.userId, person.person);
      return { isFirst: person.isFirst, since: new Date(person.person.since) };
    },
    leave: async (seat, connection) => {
      const person = personAt(seat);
      const isGone = person !== undefined && depart(person, connection, now());
      if (isGone) remove(prefix(seat.tenantId), seat.key, seat.userId);
      return isGone;
    },
    heartbeat: async (seat, connection, seconds) => {
      const person = personAt(seat);
      return person !== undefined && renew(person, connection, now(), seconds);
    },
    list: async (room, most) => {
      // Once: somebody whose time ends between two looks would have nothing to be shown by.
      const at = now();
      return livingIn(room, at)
        .map(([userId, person]) => shownPerson(userId, person, at))
        .sort(byArrival)
        .slice(0, most);
    },
    count: async (room) => livingIn(room).length,
    findName: async (tenantId, key) => {
      const room = { tenantId, key, name: null };
      return livingIn(room).length > 0 ? (roomsOf(tenantId)?.get(key)?.name ?? null) : null;
    },
    cleanup: async (tenantId, most) => {
      const departed = takeEnded(prefix(tenantId), now(), most);
      return { gone: departed.length, departed };
    },
  };
}
