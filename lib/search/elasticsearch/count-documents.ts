import { elasticsearchClient } from './elasticsearch-client';
import { indexNames } from './index-names';

const patienceMilliseconds = 1500;

/**
 * Counts the posts that a tenant's index knows, drafts too; late ones may not count yet.
 *
 * @returns null where the engine does not say.
 */
export async function countDocuments(tenantId: string): Promise<number | null> {
  try {
    const { count } = await (await elasticsearchClient()).count(
      {
        ...{ index: indexNames(tenantId).live, expand_wildcards: 'none' },
        query: { term: { tenant_id: tenantId } },
      },
      { maxRetries: 0, requestTimeout: patienceMilliseconds },
    );
    return count;
  } catch {
    return null;
  }
}
