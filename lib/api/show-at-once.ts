import { forgetNow } from '../cache/forget-now';

/**
 * Makes a change visible in the very answer of the Server Action that made it (C6). Call it after
 * the commit, and only in an action.
 *
 * @param tags - what the change made stale, as its event names it.
 */
export function showAtOnce(tags: string[]): void {
  forgetNow(tags);
}
