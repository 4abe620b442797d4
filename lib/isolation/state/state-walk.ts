import { rateLimitKey } from '../../limits/rate-limit-key';
import type { StateEngine } from '../../state/state-engine';
import { type KeyPrefix, stateKeyPrefix, storedKey } from '../../state/state-key';
import { TenantStore } from '../../state/tenant-store';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import { type StateOperation, stateOperations } from './state-operations';

export interface StateWalk {
  /** By their names; each is walked. */
  engines: Record<string, StateEngine>;
  /** The application's own unless a saboteur gives another. */
  keyPrefix?: KeyPrefix;
  operations?: Record<string, StateOperation>;
}

type Pair = Pick<Tenants, 'acme' | 'globex'>;

const spaces = ['cache', 'session'];

/**
 * Caches and state of tenants: the function that makes keys, and every operation on every engine,
 * each called by one tenant with keys of the other's.
 */
export async function walkState(tenants: Pair, walk: StateWalk): Promise<WalkReport> {
  const recorder = createRecorder('state');
  const { engines, keyPrefix = stateKeyPrefix, operations = stateOperations } = walk;
  compareKeys(recorder, tenants, keyPrefix);
  coverOperations(recorder, operations);
  for (const [name, engine] of Object.entries(engines)) {
    for (const space of spaces) {
      const at = { engine, name, space };
      await attack(recorder, at, [tenants.acme.id, tenants.globex.id], operations);
      await attack(recorder, at, [tenants.globex.id, tenants.acme.id], operations);
    }
  }
  return recorder.report();
}

/** No key of one tenant may begin with what another's begin with, whatever is asked for. */
function compareKeys(recorder: Recorder, { acme, globex }: Pair, keyPrefix: KeyPrefix): void {
  for (const space of spaces) {
    const [own, other] = [keyPrefix(acme.id, space), keyPrefix(globex.id, space)];
    for (const key of hostileKeys(globex.id)) {
      const full = own + storedKey(key);
      recorder.note(
        'stateKeyPrefix',
        full.startsWith(other) ? `${space} is the same for two` : null,
      );
    }
  }
  for (const id of ['', '*', `${acme.id}:cache:${globex.id}`, acme.slug, `${acme.id}\n`]) {
    const isRefused = refuses(() => keyPrefix(id, 'cache'));
    recorder.note('stateKeyPrefix', isRefused ? null : `takes ${JSON.stringify(id)} for a tenant`);
  }
  for (const space of ['', 'a:b', '*', `cache:${globex.id}`]) {
    const isRefused = refuses(() => keyPrefix(acme.id, space));
    recorder.note(
      'stateKeyPrefix',
      isRefused ? null : `takes ${JSON.stringify(space)} for a space`,
    );
  }
  const limits = [acme.id, globex.id, null].map((id) => rateLimitKey(id, 'person a'));
  recorder.note('rateLimitKey', new Set(limits).size === 3 ? null : 'is the same for two');
}

function coverOperations(recorder: Recorder, operations: Record<string, StateOperation>): void {
  const existing = Object.getOwnPropertyNames(TenantStore.prototype);
  for (const name of existing.filter((one) => one !== 'constructor')) {
    if (!Object.hasOwn(operations, name)) recorder.uncovered(name, 'no walk calls it');
  }
}

interface Place {
  engine: StateEngine;
  name: string;
  space: string;
}

const secret = 'a secret of the other tenant';
const number = 4711;

async function attack(
  recorder: Recorder,
  place: Place,
  [own, other]: [string, string],
  operations: Record<string, StateOperation>,
): Promise<void> {
  const [mine, theirs] = [storeOf(place, own), storeOf(place, other)];
  const item = `${place.name} ${place.space}`;
  const planted = new Map<string, unknown>(
    [...hostileKeys(other), 'own'].map((key, at) => [key, at % 2 ? secret : number]),
  );
  for (const [name, operation] of Object.entries(operations)) {
    await Promise.all([mine.clear(), theirs.clear()]);
    await theirs.setMany(planted);
    for (const key of planted.keys()) {
      const told = await operation(mine, key).catch((error: Error) => `refused: ${error.message}`);
      const shown = JSON.stringify(told) ?? '';
      const isTold = [
        secret,
        String(number),
        String(number + 1),
        String(number - 1),
        'no whole number',
      ];
      const word = isTold.find((one) => shown.includes(one));
      recorder.note(item, word ? `${name} tells ${word}` : null);
    }
    const left = await theirs.getMany([...planted.keys()]);
    const isWhole = [...planted].every(([key, value]) => left.get(key) === value);
    recorder.note(item, isWhole ? null : `${name} changes what the other tenant has`);
    const keys = await theirs.keys();
    recorder.note(item, keys.length === planted.size ? null : `${name} changes the other’s keys`);
  }
  await Promise.all([mine.clear(), theirs.clear()]);
}

function storeOf({ engine, space }: Place, tenantId: string): TenantStore {
  const scope = { tenantId, space, mostKeys: 1000 };
  return new TenantStore({ engine, scope, seconds: 600, whenAway: 'throw' });
}

function hostileKeys(other: string): string[] {
  return [
    ...['one', '*', ':', 'a\nb', '\0', '../', 'k'.repeat(3000), '~token', '~ends'],
    ...[`app:tenant:${other}:cache:one`, `${other}:cache:one`, `:${other}`, `tenant:${other}`],
  ];
}

function refuses(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}
