import type { CommentView } from '@/lib/comments/comment-view';

export interface Thread {
  comment: CommentView;
  replies: CommentView[];
}

/** Puts replies under what they answer, each in the order of time; a reply to what is not shown stays away. */
export function threadsOf(comments: CommentView[]): Thread[] {
  const byTime = [...comments].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  const threads = new Map<string, Thread>();
  for (const comment of byTime) {
    if (comment.parentId === null) threads.set(comment.id, { comment, replies: [] });
  }
  for (const comment of byTime) {
    if (comment.parentId !== null) threads.get(comment.parentId)?.replies.push(comment);
  }
  return [...threads.values()];
}
