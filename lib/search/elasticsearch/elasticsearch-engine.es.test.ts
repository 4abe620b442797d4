import { afterAll, beforeAll, inject } from 'vitest';
import { describeEngine } from '../../testing/search/engine-suite';
import { openSearchWorld, type SearchWorld } from '../../testing/search/search-world';
import { buildIndex } from '../indexing/build-index';
import { elasticsearchEngine } from './elasticsearch-engine';

const found = inject('elasticsearch');
let world: SearchWorld;

if ('url' in found) {
  beforeAll(async () => {
    world = await openSearchWorld(found.url);
  });
  afterAll(() => world.close());
}

for (const placement of ['dedicated', 'shared'] as const) {
  describeEngine(
    `elasticsearch, ${placement}`,
    () => ({
      ...world,
      engine: elasticsearchEngine,
      async settle() {
        for (const tenant of ['acme', 'globex'] as const) {
          await buildIndex(world.contextOf(tenant), { placement });
        }
      },
    }),
    'missing' in found ? found.missing : null,
  );
}
