import { createAppClient } from '@/lib/db/client';
import { postgresEngine } from '@/lib/search/postgres/postgres-engine';
import { readSearchText } from '@/lib/search/search-text';
import { tenantContext } from '@/lib/tenancy/tenant-context';
import { makeTenant } from '@/lib/testing/make-tenant';
import { mockTenant } from '@/lib/testing/mock-tenant';
import { type Measurement, pairCount } from '../bench-context';
import { measurePairs, summarizeRun } from '../measure/measure-pairs';
import { quantile } from '../measure/statistics';
import type { Criterion } from '../report/ratio-result';
import { startBenchServer } from '../world/bench-database';
import { createVocabulary, plantTexts, type Vocabulary } from '../world/search-corpus';

const criterion: Criterion = {
  id: 'P5',
  name: 'search as you type, tenant of 50,000 posts / of 1,000',
  measure: 'milliseconds, 95th percentile',
  better: 'lower',
  limit: 4,
  aim: 2,
};

/**
 * P5: what people type, letter by letter, in a tenant of 50,000 posts against one of 1,000 in the
 * same table: rare words, common ones, several, a spelling mistake, and nothing that is there.
 */
export const measureSearchAsYouType: Measurement = async (bench) => {
  const large = bench.quick ? 10_000 : 50_000;
  const server = await startBenchServer(bench, { durable: false });
  bench.say(`P5: writing ${large.toLocaleString('en')} posts`);
  const vocabulary = createVocabulary();
  const ids: string[] = [];
  const database = await server.database('search', async (owner) => {
    for (const [slug, count] of [
      ['large', large],
      ['small', 1000],
    ] as const) {
      const tenant = await makeTenant(owner, slug);
      await plantTexts(owner, tenant, count, vocabulary);
      ids.push(tenant.id);
    }
  });
  const client = createAppClient(database.appUrl, { max: 1, prepare: true });
  bench.defer(() => client.end());
  const typed = keystrokes(vocabulary);
  const sample = async (id: string | undefined) => {
    const ctx = tenantContext(mockTenant({ id }), { client });
    const milliseconds: number[] = [];
    for (const letters of typed) {
      const text = readSearchText(letters);
      if (!text) continue;
      const start = performance.now();
      await postgresEngine.search(ctx, { ...text, drafts: false, limit: 8 });
      milliseconds.push(performance.now() - start);
    }
    return { p95: quantile(milliseconds, 0.95), median: quantile(milliseconds, 0.5) };
  };
  const [ofLarge, ofSmall] = ids.map((id) => () => sample(id));
  if (!ofLarge || !ofSmall) throw new Error('There is nothing to measure.');
  for (const once of [ofSmall, ofLarge]) await once();
  bench.say('P5: measuring');
  const run = await measurePairs(pairCount(bench), ofSmall, ofLarge);
  const medians = summarizeRun(run, 'median');
  const notes = [`${typed.length} keystrokes; medians ${medians.median.toFixed(2)} times as long`];
  return [{ ...criterion, ...summarizeRun(run, 'p95'), notes }];
};

/** From the second letter on, as the box asks. */
function keystrokes({ word }: Vocabulary): string[] {
  const queries = [
    ...[word(15_000), word(9000), word(3000), word(700), word(90), word(5), word(0)],
    ...[`${word(40)} ${word(8000)}`, `${word(3)} ${word(12)}`, `${word(200)} ${word(300)}`],
    ...[swapped(word(4000)), 'qqqqqq', `"${word(2)} ${word(1)}"`],
  ];
  return queries.flatMap((query) =>
    Array.from({ length: query.length - 1 }, (_, n) => query.slice(0, n + 2)),
  );
}

function swapped(word: string): string {
  return word.slice(0, 2) + word.slice(3, 4) + word.slice(2, 3) + word.slice(4);
}
