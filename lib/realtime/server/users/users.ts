import type { Connection } from '../connections/connection';
import { Watchlists } from './watchlists';

/** Whom the application says a socket belongs to. */
export interface SignedInUser {
  id: string;
  info: unknown;
  /** Users of whose coming and going this one is told. */
  watchlist: string[];
}

/** Who is signed in, and on which sockets. */
export class Users {
  readonly #sockets = new Map<string, Set<Connection>>();
  readonly #watchlists = new Watchlists();

  get size(): number {
    return this.#sockets.size;
  }

  connectionsOf(id: string): Connection[] {
    return [...(this.#sockets.get(id) ?? [])];
  }

  add(connection: Connection, { id, watchlist }: SignedInUser): void {
    const sockets = this.#sockets.get(id);
    if (sockets) sockets.add(connection);
    else {
      this.#sockets.set(id, new Set([connection]));
      this.#watchlists.tell(id, 'online');
    }
    this.#watchlists.watch(connection, watchlist, (watched) => this.#sockets.has(watched));
  }

  remove(connection: Connection, { id, watchlist }: SignedInUser): void {
    this.#watchlists.unwatch(connection, watchlist);
    const sockets = this.#sockets.get(id);
    sockets?.delete(connection);
    if (!sockets || sockets.size > 0) return;
    this.#sockets.delete(id);
    this.#watchlists.tell(id, 'offline');
  }
}
