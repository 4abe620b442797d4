import { on } from '../../jobs/on';
import { elasticsearchClient, hasElasticsearch } from '../elasticsearch/elasticsearch-client';
import { indexNames } from '../elasticsearch/index-names';
import { dropDeserted, dropIndex, targetOf } from './next-index';

/** Nothing of a deleted tenant stays in the search engine. One that comes back gets a new index. */
export const dropOnDeletion = on('tenant.deleted', {
  as: 'platform',
  kind: 'search.drop',
  run: async (event) => {
    const { tenantId } = event;
    if (!hasElasticsearch() || !tenantId) return;
    const { live, next } = indexNames(tenantId);
    for (const alias of [live, next]) {
      const index = await targetOf(alias);
      if (!index) continue;
      await dropIndex(tenantId, index);
      await (await elasticsearchClient()).indices.deleteAlias(
        { index, name: alias },
        { ignore: [404] },
      );
      await dropDeserted(tenantId, index);
    }
  },
});
