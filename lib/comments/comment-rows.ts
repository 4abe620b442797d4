import type { comments } from '../db/schema/tenant';
import type { CommentView } from './comment-view';

type Row = Pick<
  typeof comments.$inferSelect,
  'id' | 'parentId' | 'authorName' | 'body' | 'createdAt' | 'status'
>;

/** A row as pages show it. */
export function toCommentView({
  id,
  parentId,
  authorName,
  body,
  createdAt,
  status,
}: Row): CommentView {
  const at = createdAt.toISOString();
  return { id, parentId, author: authorName, body, at, isHeld: status !== 'approved' };
}
