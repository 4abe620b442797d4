import { elasticsearchClient } from '../elasticsearch/elasticsearch-client';
import { indexBody } from '../elasticsearch/index-body';
import { documentId, indexNames } from '../elasticsearch/index-names';
import type { IndexState } from './index-state';

type Placement = IndexState['placement'];

const exists = 'resource_already_exists_exception';
const docsAtOnce = 1000;

/** Makes the index that is to be filled, with the alias it is written by. Does no harm twice. */
export async function prepareNext(
  tenantId: string,
  index: string,
  placement: Placement,
): Promise<void> {
  const { indices } = await elasticsearchClient();
  await indices.create({ index, ...indexBody }).catch((error) => {
    if ((error as { body?: { error?: { type?: string } } }).body?.error?.type !== exists)
      throw error;
  });
  const { next } = indexNames(tenantId);
  const former = await targetOf(next);
  const away = former && former !== index ? [{ remove: { index: former, alias: next } }] : [];
  const actions = [...away, { add: { index, alias: next, ...scopeOf(tenantId, placement) } }];
  await indices.updateAliases({ actions });
}

/** Lets the new index answer in place of the former one, in one step. */
export async function swapIn(tenantId: string, index: string, placement: Placement): Promise<void> {
  const { live, next } = indexNames(tenantId);
  const former = await targetOf(live);
  await (await elasticsearchClient()).indices.updateAliases({
    actions: [
      ...(former && former !== index ? [{ remove: { index: former, alias: live } }] : []),
      { remove: { index, alias: next } },
      { add: { index, alias: live, ...scopeOf(tenantId, placement) } },
    ],
  });
}

/** Which index an alias stands for; null where there is no such alias. */
export async function targetOf(alias: string): Promise<string | null> {
  const found = await (await elasticsearchClient()).indices.getAlias(
    { name: alias },
    { ignore: [404] },
  );
  const [index] = Object.entries(found).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'aliases' in value ? [name] : [],
  );
  return index ?? null;
}

/** In an index that several share, an alias shows one tenant's documents alone. */
function scopeOf(tenantId: string, placement: Placement) {
  if (placement === 'dedicated') return { is_write_index: true };
  return { filter: { term: { tenant_id: tenantId } }, routing: tenantId };
}

/** Takes away an index of the tenant's own, or its documents out of a shared one. */
export async function dropIndex(tenantId: string, index: string): Promise<void> {
  const { live, isShared } = indexNames(tenantId);
  if (isShared(index)) {
    await emptyShared(tenantId, index);
    await dropDeserted(tenantId, index);
    // By its exact name, and never one of somebody else's.
  } else if (index.startsWith(`${live}-`)) {
    await (await elasticsearchClient()).indices.delete({ index }, { ignore: [404] });
  }
}

/** A shared index of an earlier mapping goes with the last tenant that it answered for. */
export async function dropDeserted(tenantId: string, index: string): Promise<void> {
  const { isShared, isCurrent } = indexNames(tenantId);
  if (!isShared(index) || isCurrent(index)) return;
  const { indices } = await elasticsearchClient();
  const found = await indices.getAlias({ index }, { ignore: [404] });
  const aliases = (found[index] as { aliases?: object } | undefined)?.aliases;
  if (aliases && Object.keys(aliases).length === 0) {
    await indices.delete({ index }, { ignore: [404] });
  }
}

async function emptyShared(tenantId: string, index: string): Promise<void> {
  const client = await elasticsearchClient();
  for (;;) {
    await client.indices.refresh({ index }, { ignore: [404] });
    const found = await client.search<{ post_id: string }>(
      {
        ...{ index, routing: tenantId, size: docsAtOnce, _source: ['post_id'] },
        query: { term: { tenant_id: tenantId } },
      },
      { ignore: [404] },
    );
    const ids = (found.hits?.hits ?? []).map(({ _source }) => _source?.post_id ?? '');
    if (ids.length === 0) return;
    const operations = ids.map((id) => ({
      delete: { _index: index, _id: documentId(tenantId, id), routing: tenantId },
    }));
    await client.bulk({ operations });
  }
}
