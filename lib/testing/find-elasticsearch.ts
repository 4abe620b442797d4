import type { TestProject } from 'vitest/node';
import {
  startElasticsearch,
  whyNotElasticsearch,
} from '../../e2e/elasticsearch/start-elasticsearch';

/** What a test file is told: where Elasticsearch is, or why there is none. */
export type FoundElasticsearch = { url: string } | { missing: string };

declare module 'vitest' {
  export interface ProvidedContext {
    elasticsearch: FoundElasticsearch;
  }
}

/**
 * Before the first file of the `es` project: the server that ELASTICSEARCH_TEST_URL names, or a
 * node of the run's own, whose address is then there. Without either the tests are skipped with the
 * reason, unless REQUIRE_ELASTICSEARCH is 1.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.ELASTICSEARCH_TEST_URL;
  if (given) {
    project.provide('elasticsearch', { url: given });
    return;
  }
  const missing = await whyNotElasticsearch();
  if (missing !== null) {
    if (process.env.REQUIRE_ELASTICSEARCH === '1') throw new Error(missing);
    console.warn(`Tests with Elasticsearch are skipped. ${missing}`);
    project.provide('elasticsearch', { missing });
    return;
  }
  const node = await startElasticsearch();
  // Workers are other processes; they inherit the environment.
  process.env.ELASTICSEARCH_TEST_URL = node.url;
  project.provide('elasticsearch', { url: node.url });
  return async () => {
    delete process.env.ELASTICSEARCH_TEST_URL;
    await node.stop();
  };
}
