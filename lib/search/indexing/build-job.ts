import { z } from 'zod';
import { searchIndexes } from '../../db/schema/platform';
import { defineJob } from '../../jobs/define-job';
import { log } from '../../log';
import { describeFault } from '../elasticsearch/describe-fault';
import { hasElasticsearch } from '../elasticsearch/elasticsearch-client';
import type { SearchContext } from '../search-engine';
import { buildIndex } from './build-index';

/**
 * Makes a tenant's index, the first or a new one. What the engine refuses is kept for people to read;
 * PostgreSQL answers until there is an index.
 */
export const buildSearchIndex = defineJob({
  kind: 'search.build',
  schema: z.object({}),
  // As the database itself asks for it: never beside a job that sends changes.
  lane: 'search',
  timeLimitSeconds: 3600,
  whileSuspended: true,
  run: async (ctx, _, { signal, progress }) => {
    if (!hasElasticsearch()) return;
    let total: number | undefined;
    try {
      await buildIndex(ctx, {
        signal,
        onTotal: (posts) => {
          total = posts;
        },
        onProgress: (sent) => progress(sent, total, 'posts'),
      });
    } catch (error) {
      const fault = describeFault(error);
      if (!fault) throw error;
      log.warn({ event: 'search.not_built', reason: fault.words, err: error }, 'no index was made');
      await keepFault(ctx, fault.words);
    }
  },
});

async function keepFault({ tenant, db }: SearchContext, fault: string): Promise<void> {
  const set = { fault, askedAt: new Date() };
  await db.write((tx) =>
    tx
      .insert(searchIndexes)
      .values({ tenantId: tenant.id, placement: 'shared', ...set })
      .onConflictDoUpdate({ target: searchIndexes.tenantId, set }),
  );
}
