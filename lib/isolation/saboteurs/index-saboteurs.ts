import { elasticsearchEngine } from '../../search/elasticsearch/elasticsearch-engine';
import { drainPending } from '../../search/indexing/drain-pending';
import type { SearchEngine } from '../../search/search-engine';
import { tenantContext } from '../../tenancy/tenant-context';
import { mockTenant } from '../../testing/mock-tenant';
import { walkSearchIndex } from '../search/index-walk';
import type { Saboteur, Workshop } from './saboteur';

/** Asks for everybody as one and the same tenant. */
const asAnother = ({ tenants }: Workshop): SearchEngine => ({
  name: 'elasticsearch',
  search: (ctx, query) =>
    elasticsearchEngine.search({ ...ctx, tenant: { id: tenants.acme.id } }, query),
});

/** What is taken from the index of a tenant in the search engine. */
export const indexSaboteurs: Saboteur[] = [
  {
    did: 'the index of another tenant',
    walk: 'search/index',
    tells: /a search: (names .*|asks without the filter)/,
    run: async (workshop) =>
      walkSearchIndex({
        database: await workshop.copyDatabase('sabotage_index'),
        tenants: workshop.tenants,
        engine: asAnother(workshop),
      }),
  },
  {
    did: 'documents sent to another tenant’s index',
    walk: 'search/index',
    tells: /a document: (names|is sent as)/,
    run: async (workshop) =>
      walkSearchIndex({
        database: await workshop.copyDatabase('sabotage_documents'),
        tenants: workshop.tenants,
        drain: ({ db, tenant }) => {
          const { acme, globex } = workshop.tenants;
          const id = tenant.id === acme.id ? globex.id : acme.id;
          // Its rows, under the other one's name.
          return drainPending({ ...tenantContext(mockTenant({ id })), db });
        },
      }),
  },
];
