import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { env } from '../../env';
import { indexNames } from '../../search/elasticsearch/index-names';
import { corpus, foreignCorpus } from '../../testing/search/corpus';
import { databaseContent, indexContent } from '../../testing/search/index-content';
import { plantPosts } from '../../testing/search/plant-posts';
import { openSearchWorld, type SearchWorld } from '../../testing/search/search-world';
import { runCli } from '../run-cli';

const found = inject('elasticsearch');
const missing = 'missing' in found ? found.missing : null;
let world: SearchWorld;

describe.skipIf(missing)('reindex', () => {
  beforeAll(async () => {
    world = await openSearchWorld('url' in found ? found.url : '');
    env().DATABASE_OWNER_URL = world.ownerUrl;
    await plantPosts(world.owner, world.acme, corpus);
    await plantPosts(world.owner, world.globex, foreignCorpus);
  });
  afterAll(() => world.close());

  const reindex = async (line: string) => {
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockReturnValue(true),
    );
    const code = await runCli(['reindex', ...line.split(' ')]);
    const [out = '', err = ''] = spies.map((spy) =>
      spy.mock.calls.map(([part]) => String(part)).join(''),
    );
    vi.restoreAllMocks();
    return { code, out, err };
  };
  const isRight = async () => {
    for (const { id } of [world.acme, world.globex]) {
      expect(await indexContent(id)).toEqual(await databaseContent(world.owner, id));
    }
  };

  test('has nothing to repair where there is no index yet', async () => {
    const { code, out } = await reindex('--tenant acme --repair');
    expect(code).toBe(0);
    expect(out).toBe('acme: no index yet; `reindex --tenant acme` makes one\n');
  });

  test('makes the index of each tenant, shows how far it is, and leaves a reason', async () => {
    const { code, out, err } = await reindex('--all --reason moved');
    expect(code).toBe(0);
    const posts = corpus.length;
    expect(out).toBe(`acme: built, ${posts} posts sent\nglobex: built, 1 post sent\n`);
    expect(err).toMatch(/^\d tenants?, \d+ posts? sent\n/);
    await isRight();
    const events = await world.owner`
      select payload ->> 'label' as label from platform.events where type = 'platform.entered'`;
    expect(events.map(({ label }) => label)).toContain('moved');
  });

  test('repairs what differs, of one tenant or of all', async () => {
    const { owner, acme, elasticsearch } = world;
    const [post] = await owner`
      select id from posts where tenant_id = ${acme.id} and deleted_at is null limit 1`;
    const index = indexNames(acme.id).live;
    await elasticsearch.delete({ index, id: `${acme.id}:${post?.id}` });
    const one = await reindex('--tenant acme --repair');
    expect([one.code, one.out]).toEqual([0, 'acme: 1 document repaired\n']);
    await isRight();
    const all = await reindex('--all --repair --json');
    expect(JSON.parse(all.out)).toEqual({
      engine: 'elasticsearch',
      tenants: [
        { slug: 'acme', outcome: 'compared', posts: 0 },
        { slug: 'globex', outcome: 'compared', posts: 0 },
      ],
      failed: [],
    });
  });

  test('a tenant that does not exist is an error', async () => {
    const { code, err } = await reindex('--tenant nobody');
    expect([code, err]).toEqual([1, 'error: There is no tenant "nobody".\n']);
  });
});
