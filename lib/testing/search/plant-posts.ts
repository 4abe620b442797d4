import type { Sql } from 'postgres';
import type { CorpusPost } from './corpus';

/**
 * Writes posts into a tenant.
 *
 * @param owner - made by openOwnerClient.
 */
export async function plantPosts(
  owner: Sql,
  { id, authorId }: { id: string; authorId: string },
  posts: CorpusPost[],
): Promise<void> {
  const rows = posts.map(({ isTrashed, ...post }, at) => ({
    ...{ tenant_id: id, author_id: authorId, description: '', body: '', status: 'published' },
    ...post,
    published_at: post.status === 'draft' ? null : new Date(Date.UTC(2026, 0, 1 + at)),
    deleted_at: isTrashed ? new Date() : null,
  }));
  await owner`insert into posts ${owner(rows)}`;
}
