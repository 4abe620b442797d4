import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { buildIndex } from '../../search/indexing/build-index';
import type { TenantContext } from '../../tenancy/tenant';
import { skipWithout } from '../skip-without';
import { corpus } from './corpus';
import { plantPosts } from './plant-posts';
import { openSearchWorld, type SearchWorld } from './search-world';

/** Where acme has an index of its own. */
export interface IndexWorld extends SearchWorld {
  ctx: TenantContext;
  /** Of acme. */
  id: string;
}

/** Sets it up for the tests of a `describe`, filled anew before each. Skips them without an engine. */
export function indexWorld(): IndexWorld {
  const found = inject('elasticsearch');
  const world = {} as IndexWorld;
  skipWithout('missing' in found ? found.missing : null);
  beforeAll(async () => {
    if (!('url' in found)) return;
    const opened = await openSearchWorld(found.url);
    Object.assign(world, opened, { ctx: opened.contextOf('acme'), id: opened.acme.id });
  });
  afterAll(() => world.close?.());
  beforeEach(async () => {
    if ('missing' in found) return;
    await world.owner`delete from posts`;
    await plantPosts(world.owner, world.acme, corpus);
    await buildIndex(world.ctx, { placement: 'dedicated' });
  });
  return world;
}
