import { redirect } from 'next/navigation';
import { textOf } from '@/app/_screens/form-data';
import { runSave } from '@/app/_screens/run-save';
import type { FormState, Place } from '@/app/_screens/screen-types';
import { dropPostDraft } from '@/lib/admin/publishing/post-draft';
import { publishesNow } from '@/lib/admin/publishing/publishes-now';
import { findResource } from '@/lib/admin/registry';
import type { MemberContext } from '@/lib/auth/viewer';
import type { Resource } from '@/lib/resources/resource';

/**
 * Does what a button of the editor says: publishes what the form holds (now or at its time), saves it,
 * runs a verb on it, or throws away what is written and not published.
 *
 * @returns what to put right; it does not return from what worked, but leads back to the post.
 */
export async function runPostSave(
  ctx: MemberContext,
  place: Place,
  data: FormData,
): Promise<FormState> {
  const intent = textOf(data, '_intent');
  const id = textOf(data, '_id');
  if (intent === 'discard' && id) {
    await dropPostDraft(ctx, id);
    redirect(`${place.base}/${id}`);
  }
  const isPublished = intent === 'publish';
  if (isPublished) {
    data.set('status', 'published');
    data.set('_intent', 'continue');
  }
  // What is saved over somebody else's change leaves the writer where they write.
  if (intent === '') data.set('_intent', 'continue');
  // A post that was made while somebody wrote has one already.
  if (id && data.get('authorId') === '') data.delete('authorId');
  const posts = findResource('posts') as Resource;
  // What was waiting is in the form, and so in the post from here on.
  return runSave(ctx, posts, place, data, {
    saved: (saved) => dropPostDraft(ctx, saved),
    done: isPublished && publishesNow(ctx, data) ? 'publish' : undefined,
  });
}
