import type { Sql } from 'postgres';
import { elasticsearchClient } from '../../search/elasticsearch/elasticsearch-client';
import { indexNames } from '../../search/elasticsearch/index-names';
import type { PostDocument } from '../../search/elasticsearch/post-document';

type Content = Record<string, Omit<PostDocument, 'version' | 'tenant_id'>>;

/** Every document of a tenant, as its index holds it: by id. */
export async function indexContent(tenantId: string): Promise<Content> {
  const client = await elasticsearchClient();
  const index = indexNames(tenantId).live;
  await client.indices.refresh({ index });
  const { hits } = await client.search<PostDocument>({ index, size: 5000 });
  const documents = hits.hits.map(({ _source }) => _source as PostDocument);
  return Object.fromEntries(
    documents.map(({ version: _, tenant_id: __, ...document }) => [document.post_id, document]),
  );
}

/**
 * The same as the database has it.
 *
 * @param owner - made by openOwnerClient.
 */
export async function databaseContent(owner: Sql, tenantId: string): Promise<Content> {
  const rows = await owner`
    select id, slug, status, published_at, title, description, search.plain_text(body) as body
    from posts where tenant_id = ${tenantId} and deleted_at is null`;
  return Object.fromEntries(
    rows.map(({ id, published_at, slug, status, title, description, body }) => [
      id,
      {
        ...{ post_id: id, slug, status, title, description, body },
        published_at: published_at?.toISOString() ?? null,
      },
    ]),
  );
}
