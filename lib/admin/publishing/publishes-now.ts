import type { MemberContext } from '../../auth/viewer';
import { isLater } from '../../blog/post-rules';
import { readForm } from '../../resources/read-form';
import { postsResource } from '../resources/posts';

/** True where what a form publishes goes out at once, not at a time to come. */
export function publishesNow(ctx: MemberContext, form: FormData): boolean {
  return !isLater(readForm(ctx, postsResource, form).publishedAt);
}
