import type { Connection } from '../connections/connection';
import { ownFrame } from '../protocol/frames';

type State = 'online' | 'offline';

/** Who wants to hear of whose first coming and last going. */
export class Watchlists {
  readonly #watchers = new Map<string, Set<Connection>>();

  /** Tells once who is there and who is not, and from then on what changes. */
  watch(connection: Connection, ids: string[], isOnline: (id: string) => boolean): void {
    for (const id of ids) {
      const watchers = this.#watchers.get(id) ?? new Set();
      this.#watchers.set(id, watchers.add(connection));
    }
    const events = [
      eventOf('online', ids.filter(isOnline)),
      eventOf(
        'offline',
        ids.filter((id) => !isOnline(id)),
      ),
    ].filter(({ user_ids }) => user_ids.length > 0);
    if (events.length > 0) connection.send(watchlistFrame(events));
  }

  unwatch(connection: Connection, ids: string[]): void {
    for (const id of ids) {
      const watchers = this.#watchers.get(id);
      watchers?.delete(connection);
      if (watchers?.size === 0) this.#watchers.delete(id);
    }
  }

  tell(id: string, state: State): void {
    const watchers = this.#watchers.get(id);
    if (!watchers) return;
    const bytes = watchlistFrame([eventOf(state, [id])]);
    for (const watcher of watchers) watcher.send(bytes);
  }
}

function eventOf(name: State, user_ids: string[]) {
  return { name, user_ids };
}

function watchlistFrame(events: ReturnType<typeof eventOf>[]): Buffer {
  return ownFrame('pusher_internal:watchlist_events', { events });
}
