import { type FakeEngine, startFakeEngine } from '../../lib/testing/search/fake-engine';

/**
 * Starts something that answers as Elasticsearch does, is well, and holds a number of posts. What
 * else it is asked is refused as by one that has too much to do.
 */
export async function startSilentElasticsearch(posts: number): Promise<FakeEngine> {
  const engine = await startFakeEngine();
  engine.say((path) => {
    if (path.startsWith('/_cluster/health')) return { body: { status: 'green' } };
    if (path.endsWith('/_count') || path.includes('/_count?')) return { body: { count: posts } };
    return { status: 503, body: { status: 503 } };
  });
  return engine;
}
