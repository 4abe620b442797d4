import { elasticsearchClient } from '../elasticsearch/elasticsearch-client';
import { documentId } from '../elasticsearch/index-names';
import type { IndexDrift } from './compare-index';

const rowsAtOnce = 1000;

/** Takes documents out of an index that no post stands behind. */
export async function removeExtra(
  tenantId: string,
  alias: string,
  extra: IndexDrift['extra'],
): Promise<void> {
  for (let at = 0; at < extra.length; at += rowsAtOnce) {
    const operations = extra.slice(at, at + rowsAtOnce).map(({ postId, version }) => ({
      delete: {
        ...{ _index: alias, _id: documentId(tenantId, postId), version },
        version_type: 'external_gte' as const,
      },
    }));
    await (await elasticsearchClient()).bulk({ operations, require_alias: true });
  }
}
