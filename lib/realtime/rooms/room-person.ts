import type { TenantPresence } from '../../presence/tenant-presence';

/** Somebody who is in a room, as pages show them. */
export interface RoomPerson {
  userId: string;
  name: string;
  /** What their page said of itself. */
  meta: Record<string, unknown>;
  /** ISO time. */
  since: string;
}

/** The most that one answer tells of. */
const most = 100;

/** Who is in a room, each person once. */
export async function listRoom(
  presence: TenantPresence,
  room: string | null,
): Promise<{ people: RoomPerson[]; count: number }> {
  const [entries, count] = await Promise.all([
    presence.list(room, { limit: most }),
    presence.count(room),
  ]);
  const people = entries.map(({ userId, meta, since }) => {
    const { name, ...rest } = (meta ?? {}) as Record<string, unknown>;
    return { userId, name: String(name ?? ''), meta: rest, since: since.toISOString() };
  });
  return { people, count };
}
