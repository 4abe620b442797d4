import type { estypes } from '@elastic/elasticsearch';
import { elasticsearchClient } from '../elasticsearch/elasticsearch-client';
import { documentId } from '../elasticsearch/index-names';
import type { PendingPost } from './read-pending';

/** What became of one post in all the indexes it was sent to. */
export interface PostFate {
  postId: string;
  version: number;
  fate: 'done' | 'again' | 'refused' | 'no-index';
  /** What the engine said, for operators. */
  reason?: string;
}

/**
 * Sends posts to indexes of a tenant in one request. Writes carry the version of the change and never
 * overwrite a later one, so that sending twice, or late, does no harm.
 *
 * @param aliases - every one must be there: a write never makes an index by itself.
 * @throws what the client throws when the engine does not take the request at all.
 */
export async function bulkPosts(
  tenantId: string,
  posts: PendingPost[],
  aliases: string[],
): Promise<PostFate[]> {
  const operations: object[] = posts.flatMap((post) =>
    aliases.flatMap((alias) => toLines(tenantId, post, alias)),
  );
  const answer = await (await elasticsearchClient()).bulk({
    operations,
    require_alias: true,
    timeout: '5s',
  });
  return posts.map(({ postId, version }, at) => {
    const items = aliases.map((_, n) => answer.items[at * aliases.length + n]);
    const fates = items.map((item) => fateOf(item));
    const worst = order.map((fate) => fates.find((one) => one.fate === fate)).find(Boolean);
    return { postId, version, ...(worst ?? { fate: 'again' as const }) };
  });
}

type Fate = Pick<PostFate, 'fate' | 'reason'>;

const order: PostFate['fate'][] = ['no-index', 'again', 'refused', 'done'];

function toLines(
  tenantId: string,
  { postId, version, document }: PendingPost,
  alias: string,
): object[] {
  const at = {
    _index: alias,
    _id: documentId(tenantId, postId),
    version,
    version_type: 'external_gte' as const,
  };
  return document ? [{ index: at }, document] : [{ delete: at }];
}

function fateOf(item: estypes.BulkResponse['items'][number] | undefined): Fate {
  const result = item?.index ?? item?.delete;
  if (!result) return { fate: 'again', reason: 'The engine did not answer for it.' };
  const { status, error } = result;
  const reason = error ? `${error.type}: ${error.reason ?? ''}`.slice(0, 500) : undefined;
  // 409: the index knows a later change already. 404 of a deletion: it was not there.
  if (status < 300 || status === 409 || (status === 404 && !error)) return { fate: 'done' };
  if (error?.type === 'index_not_found_exception') return { fate: 'no-index', reason };
  if (status === 429 || status >= 500) return { fate: 'again', reason };
  return { fate: 'refused', reason };
}
