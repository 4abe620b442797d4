import type { MemberContext } from '../../auth/viewer';
import { AppError } from '../../errors';
import { readBytes } from '../../read-bytes';
import { isUuid } from '../../resources/filter-value';
import { readForm } from '../../resources/read-form';
import { withoutSeen } from '../../resources/without-seen';
import { postsResource } from '../resources/posts';
import type { Writings } from './autosave-post';

/** The longest text allowed, in letters that take four bytes each, and what stands round it. */
const mostBytes = 1_500_000;

/**
 * Reads what an editor sends while somebody writes: its whole form, with `_tab`, `_once` and, where
 * there is one, the post as `_id` over its `_version`.
 *
 * @throws AppError bad_input
 */
export async function readWritings(ctx: MemberContext, request: Request): Promise<Writings> {
  const form = await readFormData(request);
  const [post, once, tab, version] = ['_id', '_once', '_tab', '_version'].map((name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  }) as [string, string, string, string];
  if (![once, tab].every(isUuid) || (post !== '' && !isUuid(post)))
    throw new AppError('bad_input', 'This is no text of the editor.');
  const values = withoutSeen(readForm(ctx, postsResource, form), form);
  return {
    post: post || null,
    once,
    tab,
    version: /^\d+$/.test(version) ? Number(version) : null,
    values,
  };
}

async function readFormData(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, mostBytes, tooLong);
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  try {
    return await new Response(new Uint8Array(bytes), { headers }).formData();
  } catch {
    throw new AppError('bad_input', 'This is no form.');
  }
}

function tooLong(): AppError {
  return new AppError('bad_input', 'This text is too long. Split it into several posts.');
}
