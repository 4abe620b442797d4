import { setTimeout as pause } from 'node:timers/promises';
import type { PresenceStore } from '../../presence/presence-store';
import { TenantPresence } from '../../presence/tenant-presence';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import { type PresenceOperation, presenceOperations } from './presence-operations';

export interface PresenceWalk {
  /** By their names; each is walked. */
  stores: Record<string, PresenceStore>;
  operations?: Record<string, PresenceOperation>;
}

type Pair = Pick<Tenants, 'acme' | 'globex'>;

/**
 * Who is where: every operation on every store, each called by one tenant in rooms that the other
 * has people in, some of whom have ended.
 */
export async function walkPresence(tenants: Pair, walk: PresenceWalk): Promise<WalkReport> {
  const recorder = createRecorder('presence');
  const { stores, operations = presenceOperations } = walk;
  const existing = Object.getOwnPropertyNames(TenantPresence.prototype);
  for (const name of existing.filter((one) => one !== 'constructor')) {
    if (!Object.hasOwn(operations, name)) recorder.uncovered(name, 'no walk calls it');
  }
  for (const [name, store] of Object.entries(stores)) {
    await attack(recorder, name, store, [tenants.acme.id, tenants.globex.id], operations);
    await attack(recorder, name, store, [tenants.globex.id, tenants.acme.id], operations);
  }
  return recorder.report();
}

async function attack(
  recorder: Recorder,
  item: string,
  store: PresenceStore,
  [own, other]: [string, string],
  operations: Record<string, PresenceOperation>,
): Promise<void> {
  const [mine, theirs] = [own, other].map((id) =>
    TenantPresence.forTenant(id, { store, seconds: 600 }),
  ) as [TenantPresence, TenantPresence];
  const rooms = hostileRooms(other);
  // What was planted before is nobody's fault.
  await Promise.all([mine.cleanupStale(), theirs.cleanupStale()]);
  for (const room of rooms) await theirs.join(room, 'ada', { secret: true });
  await leaveTraces(store, other, rooms);
  const before = await peopleIn(theirs, rooms);
  for (const [name, operation] of Object.entries(operations)) {
    for (const room of rooms) {
      const [told, expected] = await operation(mine, room, 'ada');
      const isRight = JSON.stringify(told) === JSON.stringify(expected);
      recorder.note(item, isRight ? null : `${name} tells ${JSON.stringify(told)}`);
    }
    const isWhole = (await peopleIn(theirs, rooms)) === before;
    recorder.note(item, isWhole ? null : `${name} changes who is at the other tenant`);
  }
  const gone = await theirs.cleanupStale();
  const isKept = gone.length === rooms.length;
  recorder.note(item, isKept ? null : 'cleanupStale takes away what the other has to be told of');
  for (const room of rooms) await theirs.leave(room, 'ada');
}

/** Somebody in each room who has ended and is not cleaned up yet. */
async function leaveTraces(store: PresenceStore, other: string, rooms: string[]): Promise<void> {
  const brief = TenantPresence.forTenant(other, { store, seconds: 0.001 });
  for (const room of rooms) {
    await brief.join(room, 'trace');
    while (await hasTrace(brief, room)) await pause(5);
  }
}

async function hasTrace(presence: TenantPresence, room: string): Promise<boolean> {
  return (await presence.list(room)).some(({ userId }) => userId === 'trace');
}

async function peopleIn(presence: TenantPresence, rooms: string[]): Promise<string> {
  return JSON.stringify(await Promise.all(rooms.map((room) => presence.list(room))));
}

function hostileRooms(other: string): string[] {
  return [
    ...['document:1', '*', '..', '../', '~p:all', 'people', 'x'.repeat(300)],
    ...[`app:tenant:${other}:presence:~p`, `tenant:${other}`, `presence-org-${other}.document`],
  ];
}
