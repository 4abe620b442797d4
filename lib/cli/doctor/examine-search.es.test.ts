import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { env } from '../../env';
import { indexNames } from '../../search/elasticsearch/index-names';
import { buildIndex } from '../../search/indexing/build-index';
import { targetOf } from '../../search/indexing/next-index';
import { corpus } from '../../testing/search/corpus';
import { plantPosts } from '../../testing/search/plant-posts';
import { openSearchWorld, type SearchWorld } from '../../testing/search/search-world';
import { examineSearch } from './examine-search';

const found = inject('elasticsearch');
const missing = 'missing' in found ? found.missing : null;
let world: SearchWorld;

describe.skipIf(missing)('the doctor looks at search', () => {
  beforeAll(async () => {
    world = await openSearchWorld('url' in found ? found.url : '');
    await plantPosts(world.owner, world.acme, corpus);
  });
  afterAll(() => world.close());
  beforeEach(() => buildIndex(world.contextOf('acme'), { placement: 'dedicated' }));

  const findings = async () => {
    const { owner, ownerUrl } = world;
    const appUrl = env().DATABASE_URL ?? '';
    const list = await examineSearch.run({ owner, ownerUrl, appUrl, dataDir: '' });
    return list.map(({ severity, what, remedy }) => `${severity}: ${what} > ${remedy}`);
  };
  const live = () => indexNames(world.acme.id).live;

  test('an index that holds what the database does is sound', async () => {
    expect(await findings()).toEqual([]);
  });

  test('a document that is missing is drift, with the command that mends it', async () => {
    const [post] = await world.owner`select id from posts where deleted_at is null limit 1`;
    await world.elasticsearch.delete({ index: live(), id: `${world.acme.id}:${post?.id}` });
    expect(await findings()).toEqual([
      'warning: The search index of acme differs from its posts in 1 place. > ' +
        'Repair it: `npm run tenant -- reindex --tenant acme --repair`.',
    ]);
  });

  test('an index with the mapping of another version is named, until it is made anew', async () => {
    await world.owner`update platform.search_indexes set live_index = live_index || '0'`;
    expect(await findings()).toEqual([
      'warning: The search index of acme was made with the mapping of another version. > ' +
        'It is made anew with the next change or in the night, or at once by `npm run tenant -- reindex --tenant acme`.',
    ]);
  });

  test('a change that nobody sends is a fault once it is late', async () => {
    const { owner } = world;
    await owner`update posts set title = 'Late' where slug = 'anvils'`;
    expect(await findings()).toEqual([]);
    await owner`update posts set updated_at = now() - interval '11 minutes' where slug = 'anvils'`;
    expect(await findings()).toEqual([
      expect.stringMatching(/^fault: 1 change of acme .* more than 10 minutes ago.* > .*WORKER=on/),
    ]);
  });

  test('an index that was taken away is to be made anew', async () => {
    await world.elasticsearch.indices.delete({ index: String(await targetOf(live())) });
    expect(await findings()).toEqual([
      expect.stringMatching(/^fault: .*lost the index of acme.*reindex --tenant acme`\.$/),
    ]);
  });
});
