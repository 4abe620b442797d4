import type { StateBackend } from '../state/state-engine';

/** A room of a tenant, in the form it is stored in. */
export interface Room {
  tenantId: string;
  /** As `roomKey` gives it. */
  key: string;
  /** What people call it, where the key does not say; null where it does. */
  name: string | null;
}

/** A person's place in a room. */
export interface Seat extends Room {
  userId: string;
}

/** A person who is there, by however many connections. */
export interface StoredPerson {
  userId: string;
  /** JSON, of the connection that came last. */
  meta: string;
  /** Since when without a gap. */
  since: Date;
  connections: number;
}

export interface Arrival {
  connection: string;
  /** JSON. */
  meta: string;
  /** For how long without a sign of life. */
  seconds: number;
}

/** Somebody of whom there was no sign for too long. */
export interface Departure {
  key: string;
  name: string | null;
  userId: string;
}

/**
 * Where is kept who is where. An entry is of one connection of one person and ends by itself; what
 * has ended is not seen, whether or not it was taken away. Every operation is one step, concerns one
 * tenant alone, and goes by the store's clock, of which there is one for all processes. One suite of
 * tests holds all stores to the same behaviour.
 *
 * Every method throws StateAway while the store does not answer.
 */
export interface PresenceStore {
  backend: StateBackend;
  /**
   * Enters, or brings the entry up to date; see {@link mostConnections}. `isFirst` where the person
   * was not there before.
   */
  join(seat: Seat, arrival: Arrival): Promise<{ isFirst: boolean; since: Date }>;
  /**
   * @param connection - null for all of the person's.
   * @returns whether the person was there and is not there any more.
   */
  leave(seat: Seat, connection: string | null): Promise<boolean>;
  /** Gives an entry new time; false where there is none. */
  heartbeat(seat: Seat, connection: string, seconds: number): Promise<boolean>;
  /** Each person once, who came first first, at most so many. */
  list(room: Room, most: number): Promise<StoredPerson[]>;
  count(room: Room): Promise<number>;
  /** The name of a room whose key does not say it; null where nobody is in it. */
  findName(tenantId: string, key: string): Promise<string | null>;
  /**
   * Takes away entries that have ended, at most so many.
   *
   * @returns how many went, fewer than `most` when none is left; and the people who are gone by it.
   *   Somebody may be told of twice, as when they come back and leave at this moment.
   */
  cleanup(tenantId: string, most: number): Promise<{ gone: number; departed: Departure[] }>;
}

/** What nobody asked about is kept for this long after its end, so that a cleanup can tell of it. */
export const keptSeconds = 3600;

/**
 * Of how many connections a person can be in a room. With more, those give way that end soonest:
 * one person's must not become a burden on the store that everybody shares.
 */
export const mostConnections = 32;
