import { describeFault } from './describe-fault';
import { elasticsearchClient, hasElasticsearch } from './elasticsearch-client';

const patienceMilliseconds = 1500;

/** How Elasticsearch is: `off` where none is configured, else up, or down with the reason in words. */
export type EngineHealth = { status: 'off' } | { status: 'up' } | { status: 'down'; words: string };

/** Asks it. Takes a second and a half at most. */
export async function askHealth(): Promise<EngineHealth> {
  if (!hasElasticsearch()) return { status: 'off' };
  try {
    const { status } = await (await elasticsearchClient()).cluster.health(
      { timeout: '1s' },
      { maxRetries: 0, requestTimeout: patienceMilliseconds },
    );
    if (status !== 'red' && status !== 'RED') return { status: 'up' };
    return { status: 'down', words: 'The search engine has lost a part of its data.' };
  } catch (error) {
    const words = describeFault(error)?.words ?? 'The search engine could not be asked.';
    return { status: 'down', words };
  }
}
