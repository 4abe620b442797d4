const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for what is written as an id of a comment or a post. */
export function isCommentId(text: string): boolean {
  return uuid.test(text);
}
