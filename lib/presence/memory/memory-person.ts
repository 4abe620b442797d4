import { type Arrival, mostConnections, type StoredPerson } from '../presence-store';

interface Connection {
  endsAt: number;
  meta: string;
  /** Counted up: the last to come speaks for the person. */
  order: number;
}

/** Somebody in a room of this process. */
export interface MemoryPerson {
  since: number;
  connections: Map<string, Connection>;
}

/** The connections that have not ended. */
export function livingOf({ connections }: MemoryPerson, now: number): [string, Connection][] {
  return [...connections].filter(([, { endsAt }]) => endsAt > now);
}

/** The person after a connection came; somebody new where none was left. */
export function arrive(
  before: MemoryPerson | undefined,
  { connection, meta, seconds }: Arrival,
  now: number,
): { person: MemoryPerson; isFirst: boolean } {
  const living = before ? livingOf(before, now) : [];
  const isFirst = living.length === 0;
  const order = 1 + Math.max(0, ...living.map(([, one]) => one.order));
  const others = living
    .filter(([name]) => name !== connection)
    .sort(([, a], [, b]) => b.endsAt - a.endsAt)
    .slice(0, mostConnections - 1);
  const own = { endsAt: now + seconds * 1000, meta, order };
  const connections = new Map([...others, [connection, own]]);
  return { person: { since: isFirst || !before ? now : before.since, connections }, isFirst };
}

/** Takes a connection away, or all; says whether the person was there and is not any more. */
export function depart(person: MemoryPerson, connection: string | null, now: number): boolean {
  if (livingOf(person, now).length === 0) return false;
  if (connection === null) person.connections.clear();
  else person.connections.delete(connection);
  return livingOf(person, now).length === 0;
}

/** Gives a connection new time; false where it has ended. */
export function renew(
  person: MemoryPerson,
  connection: string,
  now: number,
  seconds: number,
): boolean {
  const own = person.connections.get(connection);
  if (!own || own.endsAt <= now) return false;
  own.endsAt = now + seconds * 1000;
  return true;
}

/** As a list shows somebody who is there. */
export function shownPerson(userId: string, person: MemoryPerson, now: number): StoredPerson {
  const living = livingOf(person, now);
  const last = living.reduce((latest, one) => (one[1].order > latest[1].order ? one : latest));
  return {
    userId,
    meta: last[1].meta,
    since: new Date(person.since),
    connections: living.length,
  };
}
