import { fairLevel } from './fair-level';
import { MemoryRoom } from './memory-room';
import { type StateEngine, type StateScope, sumOf } from './state-engine';
import { type KeyPrefix, stateKeyPrefix } from './state-key';

interface Options {
  /** For all tenants together. */
  mostBytes?: number;
  keyPrefix?: KeyPrefix;
}

export interface MemoryEngine extends StateEngine {
  bytes(): number;
}

/**
 * Keeps entries in this process (S2.42): fast, gone with it, and each process has its own. Bounded
 * fairly: when there is too much, whoever has most gives way, so that no tenant can push out others.
 */
export function memoryEngine({
  mostBytes = 64 * 1024 * 1024,
  keyPrefix = stateKeyPrefix,
}: Options = {}): MemoryEngine {
  const rooms = new Map<string, MemoryRoom>();
  let bytes = 0;

  /** Works in a scope's room and keeps the books. */
  const inRoom = async <T>(scope: StateScope, work: (room: MemoryRoom) => T): Promise<T> => {
    const name = keyPrefix(scope.tenantId, scope.space);
    const room = rooms.get(name) ?? new MemoryRoom();
    const before = room.bytes;
    try {
      return work(room);
    } finally {
      while (room.count > scope.mostKeys) room.dropOldest();
      bytes += room.bytes - before;
      if (room.count > 0) rooms.set(name, room);
      else rooms.delete(name);
      if (bytes > mostBytes) makeRoom();
    }
  };
  /** Down to nine tenths at once: it looks at every room. */
  const makeRoom = () => {
    for (const room of rooms.values()) room.dropEnded();
    const level = fairLevel(
      [...rooms.values()].map((room) => room.bytes),
      0.9 * mostBytes,
    );
    bytes = 0;
    for (const [name, room] of rooms) {
      while (room.bytes > level) room.dropOldest();
      bytes += room.bytes;
      if (room.count === 0) rooms.delete(name);
    }
  };
  const end = (seconds: number) => Date.now() + seconds * 1000;
  return {
    backend: 'memory',
    bytes: () => bytes,
    getMany: (scope, keys) =>
      inRoom(scope, (room) => keys.map((key) => room.read(key)?.value ?? null)),
    setMany: (scope, entries, seconds) =>
      inRoom(scope, (room) => {
        for (const [key, value] of entries) room.write(key, value, end(seconds));
      }),
    add: (scope, key, value, seconds) =>
      inRoom(scope, (room) => {
        if (room.read(key)) return false;
        room.write(key, value, end(seconds));
        return true;
      }),
    deleteMany: (scope, keys) =>
      inRoom(scope, (room) => keys.filter((key) => room.remove(key)).length),
    increment: (scope, key, by, seconds) =>
      inRoom(scope, (room) => {
        const entry = room.read(key);
        const sum = sumOf(entry?.value ?? null, by);
        room.write(key, String(sum), entry?.endsAt ?? end(seconds));
        return sum;
      }),
    touch: (scope, key, seconds) =>
      inRoom(scope, (room) => {
        const entry = room.read(key);
        if (entry) entry.endsAt = end(seconds);
        return entry !== null;
      }),
    keys: (scope, most) => inRoom(scope, (room) => room.living(most)),
    clear: async ({ tenantId, space }) => {
      const name = keyPrefix(tenantId, space);
      bytes -= rooms.get(name)?.bytes ?? 0;
      rooms.delete(name);
    },
  };
}
