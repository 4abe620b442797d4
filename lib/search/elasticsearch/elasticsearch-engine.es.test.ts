import { afterAll, beforeAll, inject } from 'vitest';
import { buildIndex } from '../indexing/build-index';
import { describeEngine } from '../testing/engine-suite';
import { openSearchWorld, type SearchWorld } from '../testing/search-world';
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
