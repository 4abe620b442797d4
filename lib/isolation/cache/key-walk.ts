import { createCachedReads } from '../../cache/cached-reads';
import * as cacheTags from '../../tenancy/cache-tags';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import { createMemoryCache } from './memory-cache';

type KeyOf = Parameters<typeof createCachedReads>[1];
type Cached = ReturnType<typeof createCachedReads>;

const names = ['site.home', 'site', 'site.home,', 'home'];
const argumentLists = [
  [],
  ['a'],
  ['a', 'b'],
  ['a,b'],
  ['a","b'],
  [1],
  ['1'],
  [null],
  ['null'],
  [''],
];

/**
 * The application's cache over a store that can be looked into: no two tenants, names or arguments
 * may share an entry, and a tag takes only its own tenant's entries.
 *
 * @param keyOf - the application's own unless a saboteur gives another.
 */
export async function walkKeys(
  { acme, globex }: Pick<Tenants, 'acme' | 'globex'>,
  keyOf?: KeyOf,
): Promise<WalkReport> {
  const recorder = createRecorder('cache/keys');
  const store = createMemoryCache();
  const cached = createCachedReads(store.cache as never, keyOf);
  await fillAndRead(recorder, cached, [acme.id, globex.id]);
  await refuse(recorder, cached, acme.id, globex.id);
  for (const tag of [cacheTags.tenantTag, cacheTags.postsTag]) {
    store.expire(tag(acme.id));
    const item = `tag ${tag.name}`;
    const [own, other] = [await isFresh(cached, acme.id), await isFresh(cached, globex.id)];
    recorder.note(item, own ? null : 'leaves the tenant’s own entries');
    recorder.note(item, other ? 'takes another tenant’s entries' : null);
  }
  return recorder.report();
}

/** Every combination twice, tenants in turn: each must get what was read for it, and only once. */
async function fillAndRead(recorder: Recorder, cached: Cached, tenants: string[]): Promise<void> {
  for (const round of ['filling', 'reading']) {
    for (const name of names) {
      for (const args of argumentLists) {
        for (const tenantId of tenants) {
          const expected = JSON.stringify([tenantId, name, args]);
          const tags = [cacheTags.postsTag(tenantId)];
          const value = await cached({ tenantId, name, args, tags, read: async () => expected });
          const leak = value === expected ? null : `${round} ${name}(${args}) gave ${value}`;
          recorder.note('entries', leak);
        }
      }
    }
  }
}

async function refuse(recorder: Recorder, cached: Cached, own: string, other: string) {
  const read = async () => 'x';
  const name = 'refused';
  const attempts = {
    'no tenant': { tenantId: '', name, read },
    'a tag of another tenant': { tenantId: own, name, read, tags: [cacheTags.postsTag(other)] },
    'a tag of a host': { tenantId: own, name, read, tags: [cacheTags.hostTag('acme')] },
    'a tag of the platform': { tenantId: own, name, read, tags: [cacheTags.demoTenantsTag] },
  };
  for (const [what, entry] of Object.entries(attempts)) {
    const isRefused = await attempt(() => cached(entry));
    recorder.note('refusals', isRefused ? null : `${what} is taken`);
  }
}

async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch {
    return true;
  }
}

/** Whether the next reading is made anew. It leaves a new entry behind. */
async function isFresh(cached: Cached, tenantId: string): Promise<boolean> {
  let made = false;
  const read = async () => {
    made = true;
    return 'anew';
  };
  const tags = [cacheTags.postsTag(tenantId)];
  await cached({ tenantId, name: 'site.home', args: [], tags, read });
  return made;
}
