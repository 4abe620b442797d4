import type { MemberContext } from '../../auth/viewer';
import { recordHistory } from '../../resources/record-history';
import { postsResource } from '../resources/posts';
import { findPostDraft } from './post-draft';

/** What says whether a post is public, and when. */
export const publicationFields = ['status', 'publishedAt', 'unpublishAt'];

/**
 * The version that what waited beside a public post may be saved over, now that the post is a draft:
 * the present one, where its writer goes on, and since then nothing but the publication changed.
 *
 * @param version - the one that was written over.
 * @returns that one where anything else was changed, or nothing waits, so that nobody's words are
 *   written over.
 */
export async function baseVersion(
  ctx: MemberContext,
  postId: string,
  version: number | null,
): Promise<{ version: number | null; isWaiting: boolean }> {
  const draft = await findPostDraft(ctx, postId);
  // Somebody else's words are not known to be on this page.
  const isOwn = draft?.actorId === ctx.viewer.userId;
  if (!draft || !isOwn || draft.baseVersion !== version) {
    return { version, isWaiting: isOwn };
  }
  const { versions } = await recordHistory(ctx, postsResource, postId);
  const later = versions.filter((one) => one.version > draft.baseVersion);
  const isSame = later.every(({ changes }) =>
    changes.every(({ field }) => publicationFields.includes(field)),
  );
  const [newest] = later;
  const isKnown = versions.length > later.length;
  return { version: isSame && isKnown && newest ? newest.version : version, isWaiting: true };
}
