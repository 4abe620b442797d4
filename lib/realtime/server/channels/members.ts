import type { Connection } from '../connections/connection';

/** Somebody in a presence channel. `info` is whatever the application says about them. */
export interface Member {
  id: string;
  info: unknown;
}

/** The list of members, as somebody gets it who comes in. */
export interface PresenceList {
  ids: string[];
  hash: Record<string, unknown>;
  count: number;
}

/** Who is in a presence channel. A user is one member, however many sockets they have. */
export class Members {
  readonly #sockets = new Map<Connection, Member>();
  readonly #users = new Map<string, { info: unknown; sockets: number }>();

  get size(): number {
    return this.#users.size;
  }

  has(id: string): boolean {
    return this.#users.has(id);
  }

  ids(): string[] {
    return [...this.#users.keys()];
  }

  idOf(connection: Connection): string | undefined {
    return this.#sockets.get(connection)?.id;
  }

  /** @returns whether this is the first socket of the user. What it says about them stays. */
  add(connection: Connection, member: Member): boolean {
    this.#sockets.set(connection, member);
    const known = this.#users.get(member.id);
    if (known) known.sockets += 1;
    else this.#users.set(member.id, { info: member.info, sockets: 1 });
    return !known;
  }

  /** @returns the user's id when this was their last socket, otherwise null. */
  remove(connection: Connection): string | null {
    const id = this.idOf(connection);
    const user = id === undefined ? undefined : this.#users.get(id);
    if (id === undefined || !user) return null;
    this.#sockets.delete(connection);
    user.sockets -= 1;
    if (user.sockets > 0) return null;
    this.#users.delete(id);
    return id;
  }

  list(): PresenceList {
    // fromEntries, because an id may be `__proto__`, which an assignment would not write.
    const hash = Object.fromEntries([...this.#users].map(([id, { info }]) => [id, info]));
    return { ids: this.ids(), hash, count: this.size };
  }
}
