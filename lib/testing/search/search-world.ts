import { randomBytes } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { env } from '../../env';
import { elasticsearchClient } from '../../search/elasticsearch/elasticsearch-client';
import type { TenantContext } from '../../tenancy/tenant';
import { openTwoTenants, type TwoTenants } from '../two-tenants';

/** Two tenants, and an Elasticsearch in which nobody else has indexes of this name. */
export interface SearchWorld extends TwoTenants {
  client: TwoTenants['client'];
  elasticsearch: Client;
  contextOf(tenant: 'acme' | 'globex'): TenantContext;
}

/**
 * Opens it. Call it in `beforeAll`, and `close` in `afterAll`.
 *
 * @param url - of the server; what is in the environment changes for the file.
 */
export async function openSearchWorld(url: string): Promise<SearchWorld> {
  env().ELASTICSEARCH_URL = url;
  const prefix = `test-${randomBytes(4).toString('hex')}`;
  env().ELASTICSEARCH_PREFIX = prefix;
  const tenants = await openTwoTenants();
  const elasticsearch = await elasticsearchClient();
  return {
    ...tenants,
    elasticsearch,
    contextOf: (tenant) => tenants[tenant].ctx as unknown as TenantContext,
    close: async () => {
      const found = await elasticsearch.indices.get({ index: `${prefix}-*` });
      for (const index of Object.keys(found)) await elasticsearch.indices.delete({ index });
      await tenants.close();
    },
  };
}
