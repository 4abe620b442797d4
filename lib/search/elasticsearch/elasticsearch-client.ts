import { Client } from '@elastic/elasticsearch';
import { env } from '../../env';

let opened: { url: string; client: Client } | undefined;

/** True where an Elasticsearch is configured. */
export function hasElasticsearch(): boolean {
  return env().ELASTICSEARCH_URL !== undefined;
}

/**
 * The process's connection to Elasticsearch. It repeats nothing by itself: who searches has another
 * engine, and what is to be indexed is noted down.
 *
 * @throws Error where none is configured.
 */
export function elasticsearchClient(): Client {
  const { ELASTICSEARCH_URL: url, ELASTICSEARCH_API_KEY: apiKey } = env();
  if (!url) throw new Error('ELASTICSEARCH_URL is not set.');
  if (opened?.url !== url) {
    void opened?.client.close();
    opened = {
      url,
      client: new Client({
        node: url,
        auth: apiKey ? { apiKey } : undefined,
        maxRetries: 0,
        requestTimeout: 30_000,
      }),
    };
  }
  return opened.client;
}
