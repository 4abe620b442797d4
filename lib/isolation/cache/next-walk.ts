import * as cachedReads from '../../cache/cached-reads';
import * as cacheTags from '../../tenancy/cache-tags';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import { type CacheTags, cacheExports, tagCases } from './cache-cases';
import { withNextStore } from './next-store';

/**
 * What lib/cache and cache-tags export, against what is covered, and the exported functions as they
 * are over Next's own unstable_cache.
 */
export async function walkNextCache(tenants: Tenants): Promise<WalkReport> {
  const recorder = createRecorder('cache/functions');
  for (const name of Object.keys(cachedReads)) {
    if (Object.hasOwn(cacheExports, name)) recorder.note(name, null);
    else recorder.uncovered(name, 'lib/cache/cached-reads exports it and no walk calls it');
  }
  await readThroughNext(recorder, tenants);
  return recorder.report();
}

async function readThroughNext(recorder: Recorder, { acme, globex }: Tenants): Promise<void> {
  const { cachedForTenant, cachedForHost, cachedForPlatform } = cachedReads;
  // One function for all: its text is part of Next's key and must not be what tells them apart.
  const giving = (value: string) => async () => value;
  const reads: [string, string[], (value: string) => Promise<string>][] = [
    ...[acme, globex].flatMap(({ id }) =>
      ['tenant', 'host', 'platform'].map(
        (name) =>
          [
            'cachedForTenant',
            [cacheTags.tenantTag(id)],
            (value: string) => cachedForTenant({ tenantId: id, name, read: giving(value) }),
          ] as (typeof reads)[number],
      ),
    ),
    ...[acme.slug, globex.slug, 'blog.acme.test'].map(
      (host) =>
        [
          'cachedForHost',
          [cacheTags.hostTag(host)],
          (value: string) => cachedForHost(host, giving(value)),
        ] as (typeof reads)[number],
    ),
    [
      'cachedForPlatform',
      ['platform:a'],
      (value) => cachedForPlatform('platform:a', giving(value)),
    ],
    [
      'cachedForPlatform',
      ['platform:b'],
      (value) => cachedForPlatform('platform:b', giving(value)),
    ],
  ];
  await withNextStore(async (kept) => {
    for (const [at, [name, tags, read]] of reads.entries()) {
      const value = await read(`value ${at}`);
      recorder.note(name, value === `value ${at}` ? null : `shares an entry: it gave ${value}`);
      const entry = [...kept.values()].at(-1);
      const isTagged = tags.every((tag) => entry?.tags.includes(tag));
      recorder.note(name, isTagged ? null : `keeps an entry without the tag ${tags}`);
    }
    for (const [at, [name, , read]] of reads.entries()) {
      const value = await read('made anew');
      recorder.note(name, value === `value ${at}` ? null : `gave ${value} the second time`);
    }
  });
}

/**
 * The names of the tags: a tenant's carry its id and meet nobody else's.
 *
 * @param tags - the application's own unless a saboteur gives others.
 */
export function walkTags(
  { acme, globex }: Pick<Tenants, 'acme' | 'globex'>,
  tags: CacheTags = cacheTags,
): WalkReport {
  const recorder = createRecorder('cache/tags');
  for (const name of Object.keys(tags)) {
    const known = tagCases[name];
    if (!known) {
      recorder.uncovered(name, 'lib/tenancy/cache-tags exports it and no case says whose it is');
      continue;
    }
    const site = (tenant: typeof acme) => ({
      ...tenant,
      hosts: [],
      texts: [],
      post: tenant.id,
      picture: { address: '', narrow: '' },
      ids: new Set<string>(),
    });
    const [own, other] = [known.tag(tags, site(acme)), known.tag(tags, site(globex))];
    const isOfAll = known.of === 'platform';
    recorder.note(name, own === other && !isOfAll ? 'is the same for two tenants' : null);
    const needed = known.of === 'tenant' ? acme.id : '';
    recorder.note(name, own.includes(needed) ? null : 'does not carry the tenant');
    recorder.note(name, !isOfAll && other.startsWith(own) ? 'begins like another tenant’s' : null);
  }
  return recorder.report();
}
