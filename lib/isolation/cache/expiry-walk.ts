import { setTimeout as sleep } from 'node:timers/promises';
import { signTags } from '../../cache/sign-tags';
import { createAppClient } from '../../db/client';
import { scopedDb } from '../../db/scoped-db';
import { recordEvent } from '../../events/record-event';
import * as cacheTags from '../../tenancy/cache-tags';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Ask } from '../routes/ask';
import type { Site, Sites } from '../routes/site';
import type { ScratchDatabase } from '../world/scratch-server';
import { tagCases } from './cache-cases';

interface ExpiryWalk {
  ask: Ask;
  sites: Sites;
  rootHost: string;
  authSecret: string;
  database: ScratchDatabase;
}

const probes = ['/', '/blog/hello-world', '/tags'];

/**
 * Tags against the production server: each is expired for one tenant, and the answers of both
 * tenants' hosts say whether they were kept (HIT) or made anew.
 */
export async function walkExpiry(walk: ExpiryWalk): Promise<WalkReport> {
  const recorder = createRecorder('cache/expiry');
  const { acme, globex } = walk.sites;
  for (const [name, { tag, expires, at }] of Object.entries(tagCases)) {
    for (const [own, other] of [
      [acme, globex],
      [globex, acme],
    ] as const) {
      await warm(walk, recorder, name);
      await expire(walk, [tag(cacheTags, own)]);
      await compare(walk, recorder, { item: name, own, other, stale: expires(own), at });
    }
  }
  await followEvent(walk, recorder);
  return recorder.report();
}

/** Asks until everything is kept; the second time is enough, or it never is. */
async function warm({ ask, sites }: ExpiryWalk, recorder: Recorder, item: string): Promise<void> {
  for (const host of [...sites.acme.hosts, ...sites.globex.hosts]) {
    for (const path of probes) {
      await ask({ host, path });
      const state = await cacheState(ask, host, path);
      recorder.note(item, state === 'HIT' ? null : `${path} on ${host} is not kept (${state})`);
    }
  }
}

async function expire({ ask, rootHost, authSecret }: ExpiryWalk, tags: string[]): Promise<void> {
  const body = JSON.stringify({ tags });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'x-signature': signTags(authSecret, body),
  };
  const question = { host: rootHost, path: '/api/internal/revalidate', method: 'POST' };
  const { status } = await ask({ ...question, headers, body });
  if (status !== 204) throw new Error(`The internal route answered ${status} to a signed request.`);
}

interface Comparison {
  item: string;
  own: Site;
  other: Site;
  /** Hosts that must read afresh. */
  stale: string[];
  /** The only page that must; the others must not. */
  at?: string;
}

async function compare({ ask }: ExpiryWalk, recorder: Recorder, comparison: Comparison) {
  const { item, own, other, stale, at = null } = comparison;
  for (const path of probes) {
    for (const host of [...own.hosts, ...other.hosts]) {
      const state = await cacheState(ask, host, path);
      const isKept = state === 'HIT';
      if (other.hosts.includes(host)) {
        recorder.note(item, isKept ? null : `${own.slug}’s tag took ${path} of ${other.slug}`);
      } else if (stale.includes(host)) {
        const isMeant = at === null || at === path;
        if (isMeant) recorder.note(item, isKept ? `left ${path} on ${host} as it was` : null);
        else recorder.note(item, isKept ? null : `took ${path} on ${host} with it`);
      }
    }
  }
}

async function cacheState(ask: Ask, host: string, path: string): Promise<string> {
  const { headers } = await ask({ host, path });
  return String(headers['x-nextjs-cache']);
}

/** The whole way once: a change's event in the tenant's own transaction, found by the server. */
async function followEvent(walk: ExpiryWalk, recorder: Recorder): Promise<void> {
  const item = 'an event';
  const { acme, globex } = walk.sites;
  await warm(walk, recorder, item);
  const app = createAppClient(walk.database.appUrl, { max: 1 });
  const tags = [cacheTags.postsTag(acme.id)];
  await scopedDb(acme.id, undefined, app).write((tx) =>
    recordEvent(tx, {}, { type: 'post.updated', cacheTags: tags }),
  );
  await app.end();
  const [host = ''] = acme.hosts;
  const isAnew = await within(4000, async () => (await cacheState(walk.ask, host, '/')) !== 'HIT');
  recorder.note(item, isAnew ? null : 'did not reach the cache within 4 seconds');
  for (const other of globex.hosts) {
    for (const path of probes) {
      const state = await cacheState(walk.ask, other, path);
      recorder.note(item, state === 'HIT' ? null : `took ${path} of globex`);
    }
  }
}

async function within(milliseconds: number, test: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (await test()) return true;
    await sleep(50);
  }
  return false;
}
