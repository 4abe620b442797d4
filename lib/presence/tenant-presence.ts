import { env } from '../env';
import { AppError } from '../errors';
import { isStateAway, type StateBackend } from '../state/state-engine';
import { stateKeyPrefix } from '../state/state-key';
import { parsePresenceChannel } from './names/parse-presence-channel';
import { presenceChannel } from './names/presence-channel';
import { readRoomKey, roomKey } from './names/room-key';
import { checkConnection, checkPerson, encodeMeta, type PresenceMeta } from './presence-input';
import type { PresenceStore, Room, Seat } from './presence-store';
import { presenceStore } from './presence-stores';

/** Which of a person's connections: a tab, a device. */
export interface ByConnection {
  /** As a socket id. The same one for everybody who has no several, unless given. */
  connection?: string;
}

/** Somebody who is there. */
export interface PresentPerson {
  userId: string;
  /** Of the connection that came last. */
  meta: PresenceMeta;
  since: Date;
  connections: number;
}

export interface PresenceOptions {
  /** The installation's own unless given. */
  store?: PresenceStore;
  /** For how long somebody is there without a sign of life; PRESENCE_SECONDS unless given. */
  seconds?: number;
}

const onlyConnection = 'only';
const cleanedAtOnce = 500;
const mostCleanings = 20;

/**
 * Who is where at one tenant (S2.35, N16). A room is named as in `document:123`, null being the
 * tenant as a whole; no name reaches another tenant's rooms. Somebody is there as long as one of
 * their connections is, each of which leaves, or ends when no heartbeat came for PRESENCE_SECONDS;
 * of more than 32 of one person in one room, those that end soonest give way.
 *
 * Every method but `health` throws AppError unavailable while the store is away, and bad_input for
 * names, ids or meta that are none. It decides nothing: whoever calls has asked who may be there.
 */
export class TenantPresence {
  readonly tenantId: string;
  readonly #store: PresenceStore;
  readonly #seconds: number;

  protected constructor(tenantId: string, { store, seconds }: PresenceOptions) {
    // It is what says what a tenant's id is.
    stateKeyPrefix(tenantId, 'presence');
    this.tenantId = tenantId;
    this.#store = store ?? presenceStore();
    this.#seconds = seconds ?? env().PRESENCE_SECONDS;
  }

  /**
   * @param tenantId - the id, which never changes, and not the slug.
   * @throws NoTenantBound without a tenant; Error for what is no uuid.
   */
  static forTenant(tenantId: string, options: PresenceOptions = {}): TenantPresence {
    return new TenantPresence(tenantId, options);
  }

  /**
   * Enters a room, or brings meta up to date.
   *
   * @param meta - a JSON object of 1 KB at most. Everybody in the room is told it.
   * @returns whether the person was not there before by any connection, and since when they are.
   */
  async join(
    room: string | null,
    userId: string,
    meta: PresenceMeta = {},
    by: ByConnection = {},
  ): Promise<{ isFirst: boolean; since: Date }> {
    const seat = this.#seat(room, userId);
    const connection = checkConnection(by.connection ?? onlyConnection);
    const arrival = { connection, meta: encodeMeta(meta), seconds: this.#seconds };
    return this.#ask((store) => store.join(seat, arrival));
  }

  /**
   * @param by - the connection that leaves; without one, all of the person's.
   * @returns whether the person was there and is not there any more.
   */
  async leave(room: string | null, userId: string, by: ByConnection = {}): Promise<boolean> {
    const seat = this.#seat(room, userId);
    const connection = by.connection === undefined ? null : checkConnection(by.connection);
    return this.#ask((store) => store.leave(seat, connection));
  }

  /** A sign of life. @returns false where the connection has ended, or never came: it has to join. */
  async heartbeat(room: string | null, userId: string, by: ByConnection = {}): Promise<boolean> {
    const seat = this.#seat(room, userId);
    const connection = checkConnection(by.connection ?? onlyConnection);
    return this.#ask((store) => store.heartbeat(seat, connection, this.#seconds));
  }

  /** Each person once, who came first first. */
  async list(
    room: string | null,
    { limit = 1000 }: { limit?: number } = {},
  ): Promise<PresentPerson[]> {
    const people = await this.#ask((store) => store.list(this.#room(room), limit));
    return people.map(({ meta, ...person }) => ({ ...person, meta: JSON.parse(meta) }));
  }

  /** How many people are there, however many connections they have. */
  async count(room: string | null): Promise<number> {
    return this.#ask((store) => store.count(this.#room(room)));
  }

  /**
   * The room that one of this tenant's channels is of, where its name is too long to say it.
   *
   * @returns null where nobody is in it, and for what is no channel of this tenant's rooms.
   */
  async findRoom(channel: string): Promise<string | null> {
    const place = parsePresenceChannel(channel);
    if (place?.tenantId !== this.tenantId) return null;
    if (place.kind !== 'long') return place.room;
    const key = channel.slice(presenceChannel(this.tenantId).length + 1);
    return this.#ask((store) => store.findName(this.tenantId, key));
  }

  /**
   * Takes away what has ended, at most ten thousand entries. Nobody sees those anyway; it is for room,
   * and for telling the others.
   *
   * @returns who is gone by it. Somebody may be told of twice.
   */
  async cleanupStale(): Promise<{ room: string | null; userId: string }[]> {
    const departed: { room: string | null; userId: string }[] = [];
    for (let n = 0; n < mostCleanings; n += 1) {
      const cleaned = await this.#ask((store) => store.cleanup(this.tenantId, cleanedAtOnce));
      for (const { key, name, userId } of cleaned.departed) {
        const read = readRoomKey(key);
        const room = name ?? (typeof read === 'object' ? read.room : null);
        departed.push({ room, userId });
      }
      if (cleaned.gone < cleanedAtOnce) break;
    }
    return departed;
  }

  /** Asks the store something, and never throws because it is away. */
  async health(): Promise<{ backend: StateBackend; isUp: boolean; milliseconds: number }> {
    const begun = performance.now();
    const { backend } = this.#store;
    const isUp = await this.count(null).then(
      () => true,
      () => false,
    );
    return { backend, isUp, milliseconds: Math.round(performance.now() - begun) };
  }

  #room(room: string | null): Room {
    const key = roomKey(room);
    const name = readRoomKey(key) === 'hashed' ? room : null;
    return { tenantId: this.tenantId, key, name };
  }

  #seat(room: string | null, userId: string): Seat {
    return { ...this.#room(room), userId: checkPerson(userId) };
  }

  async #ask<T>(work: (store: PresenceStore) => Promise<T>): Promise<T> {
    try {
      return await work(this.#store);
    } catch (error) {
      if (!isStateAway(error)) throw error;
      const message = 'Who is here cannot be told at the moment. Try again shortly.';
      throw new AppError('unavailable', message, { cause: error });
    }
  }
}
