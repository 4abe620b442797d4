import { createAppClient } from '../../db/client';
import { searchIndexes } from '../../db/schema/platform';
import { env } from '../../env';
import { elasticsearchEngine } from '../../search/elasticsearch/elasticsearch-engine';
import { indexNames } from '../../search/elasticsearch/index-names';
import { drainPending } from '../../search/indexing/drain-pending';
import { markForSearch } from '../../search/indexing/mark-for-search';
import type { SearchEngine } from '../../search/search-engine';
import type { TenantContext } from '../../tenancy/tenant';
import { tenantContext } from '../../tenancy/tenant-context';
import { mockTenant } from '../../testing/mock-tenant';
import { createRecorder, type Recorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import type { ScratchDatabase } from '../world/scratch-server';
import type { WalkTenant } from '../world/tenants';
import { type HostileEngine, type SeenRequest, startHostileEngine } from './hostile-engine';

interface IndexWalk {
  database: ScratchDatabase;
  tenants: Tenants;
  /** Those of the application, unless a saboteur has changed them. */
  engine?: SearchEngine;
  drain?: (ctx: TenantContext) => Promise<unknown>;
}

const words = ['*', '_all', '../', 'only', '"here"', '-x y', 'a,b'];

/**
 * What a search engine is asked and sent for a tenant, and what becomes of an answer that holds
 * somebody else's: every request names the tenant's own index alone, every search its filter, every
 * document its id; nothing of the other tenant is in any of them, and nothing of theirs is shown.
 */
export async function walkSearchIndex(walk: IndexWalk): Promise<WalkReport> {
  const { database, tenants, engine = elasticsearchEngine, drain = drainPending } = walk;
  const recorder = createRecorder('search/index');
  const client = createAppClient(database.appUrl, { max: 2 });
  const before = env().ELASTICSEARCH_URL;
  for (const [own, other] of [
    [tenants.acme, tenants.globex],
    [tenants.globex, tenants.acme],
  ] as const) {
    const hostile = await startHostileEngine(theirs(other));
    env().ELASTICSEARCH_URL = hostile.url;
    const ctx = tenantContext(mockTenant({ id: own.id }), { client });
    await searchAll({ recorder, hostile, engine, ctx, own, other });
    await sendAll({ recorder, hostile, drain, ctx, own, other });
    await hostile.close();
  }
  env().ELASTICSEARCH_URL = before;
  await client.end();
  return recorder.report();
}

interface Round {
  recorder: Recorder;
  hostile: HostileEngine;
  ctx: TenantContext;
  own: WalkTenant;
  other: WalkTenant;
}

async function searchAll({ engine, ...round }: Round & { engine: SearchEngine }): Promise<void> {
  const { recorder, hostile, ctx, own, other } = round;
  for (const text of [...words, other.id, other.word]) {
    for (const drafts of [true, false]) {
      const query = { text, words: [text], drafts, limit: 10 };
      const { hits } = await engine.search(ctx, query);
      const shown = hits.length > 0 ? 'shows what another tenant’s document says' : null;
      recorder.note('a search', shown);
      for (const request of hostile.take()) {
        const typed = { ...request, body: request.body.replaceAll(text, '') };
        recorder.note('a search', strangeIn(typed, own, other));
        const hasFilter = request.body.includes(`{"term":{"tenant_id":"${own.id}"}}`);
        recorder.note('a search', hasFilter ? null : 'asks without the filter of the tenant');
      }
    }
  }
}

async function sendAll({
  drain,
  ...round
}: Round & { drain: NonNullable<IndexWalk['drain']> }): Promise<void> {
  const { recorder, hostile, ctx, own, other } = round;
  const index = indexNames(own.id).dedicated(new Date());
  await ctx.db.write((tx) =>
    tx
      .insert(searchIndexes)
      .values({ tenantId: own.id, placement: 'dedicated', liveIndex: index })
      .onConflictDoNothing(),
  );
  const marked = await markForSearch(ctx);
  await drain(ctx);
  const requests = hostile.take();
  const documents = requests.flatMap(({ body }) =>
    body.split('\n').filter((line) => line.includes('"post_id"')),
  );
  recorder.note(
    'a document',
    documents.length > 0 && marked > 0 ? null : 'none was sent: nothing is proved',
  );
  for (const request of requests) recorder.note('a document', strangeIn(request, own, other));
  for (const line of documents) {
    const { tenant_id } = JSON.parse(line) as { tenant_id: string };
    recorder.note('a document', tenant_id === own.id ? null : `is sent as ${tenant_id}’s`);
  }
}

/** An index that is not the tenant's own, or anything of the other one. */
function strangeIn({ path, body }: SeenRequest, own: WalkTenant, other: WalkTenant): string | null {
  const { live, next } = indexNames(own.id);
  const named = [
    ...[...body.matchAll(/"_index":"([^"]*)"/g)].map(([, name]) => name),
    ...(path.startsWith('/_bulk') ? [] : [decodeURIComponent(path.split('/')[1] ?? '')]),
  ];
  const strange = named.find((name) => name !== live && name !== next);
  if (strange !== undefined) return `names ${strange}`;
  const told = [other.id, other.word].find((one) => `${path}${body}`.includes(one));
  return told === undefined ? null : `tells of the other tenant: ${told}`;
}

function theirs({ id, word }: WalkTenant): object {
  return {
    ...{ tenant_id: id, post_id: id, slug: word, status: 'published', published_at: null },
    ...{ version: 1, title: word, description: word, body: word },
  };
}
