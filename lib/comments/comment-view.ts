/** A comment as a page shows it. Plain data: it travels through the cache. */
export interface CommentView {
  id: string;
  /** The comment it answers; null for one that answers the post. */
  parentId: string | null;
  author: string;
  /** Plain text. */
  body: string;
  /** ISO time. */
  at: string;
  /** It waits for a moderator: only who wrote it sees it. */
  isHeld: boolean;
}

/** Some of a post's comments, the oldest first, replies with what they answer. */
export interface CommentPage {
  comments: CommentView[];
  /** The comment after which there are more; null at the end. */
  next: string | null;
}

/** What somebody who is signed in sees besides. */
export interface OwnComments {
  name: string;
  /** Why they may not write, or null. */
  mayNot: string | null;
  /** All of theirs on the post, approved ones too. */
  comments: CommentView[];
}

/** At most so many characters. */
export const mostCharacters = 5000;
