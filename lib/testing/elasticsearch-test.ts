import { Client } from '@elastic/elasticsearch';
import { test as base, inject } from 'vitest';
import type { FoundElasticsearch } from './find-elasticsearch';

/**
 * Vitest's `test` with a real Elasticsearch, for files named `*.es.test.ts`. Where there is none, a
 * test that asks for it is skipped, with the reason. All files share one node: name indices apart.
 *
 * - `elasticsearchUrl`: its address.
 * - `elasticsearch`: a client of it, closed behind the test.
 */
export const elasticsearchTest = base
  .extend('elasticsearchUrl', ({ skip }) => {
    const found: FoundElasticsearch | undefined = inject('elasticsearch');
    if (!found) throw new Error('elasticsearchTest is for files named *.es.test.ts');
    return 'url' in found ? found.url : skip(found.missing);
  })
  .extend('elasticsearch', ({ elasticsearchUrl }, { onCleanup }) => {
    const client = new Client({ node: elasticsearchUrl, requestTimeout: 30_000, maxRetries: 0 });
    onCleanup(() => client.close());
    return client;
  });
