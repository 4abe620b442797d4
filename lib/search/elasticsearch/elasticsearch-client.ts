import type { Client } from '@elastic/elasticsearch';
import { env } from '../../env';

let opened: { url: string; client: Promise<Client> } | undefined;

/** True where an Elasticsearch is configured. */
export function hasElasticsearch(): boolean {
  return env().ELASTICSEARCH_URL !== undefined;
}

/**
 * The process's connection to Elasticsearch. It repeats nothing by itself: who searches has another
 * engine, and what is to be indexed is noted down. The library is large, so that it is loaded only
 * where it is needed.
 *
 * @throws Error where none is configured.
 */
export async function elasticsearchClient(): Promise<Client> {
  const { ELASTICSEARCH_URL: url, ELASTICSEARCH_API_KEY: apiKey } = env();
  if (!url) throw new Error('ELASTICSEARCH_URL is not set.');
  if (opened?.url !== url) {
    void opened?.client.then((former) => former.close());
    opened = { url, client: open(url, apiKey) };
  }
  return opened.client;
}

async function open(url: string, apiKey: string | undefined): Promise<Client> {
  const { Client: Library } = await import('@elastic/elasticsearch');
  const auth = apiKey ? { apiKey } : undefined;
  return new Library({ node: url, auth, maxRetries: 0, requestTimeout: 30_000 });
}
