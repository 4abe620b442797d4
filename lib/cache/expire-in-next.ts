import { authSecret } from '../auth/auth-secret';
import { signTags } from './sign-tags';

const tagsAtOnce = 1000;

/**
 * Hands tags to Next, which forgets them only inside a route handler of its own.
 *
 * @param origin - where the application answers.
 * @throws Error when it does not.
 */
export async function expireInNext(origin: string, tags: string[]): Promise<void> {
  // One tag that Next cannot take must not keep all others from it.
  const usable = tags.filter((tag) => typeof tag === 'string' && tag.length <= 256);
  for (let at = 0; at < usable.length; at += tagsAtOnce) {
    await handOver(origin, usable.slice(at, at + tagsAtOnce));
  }
}

async function handOver(origin: string, tags: string[]): Promise<void> {
  const body = JSON.stringify({ tags });
  const response = await fetch(`${origin}/api/internal/revalidate`, {
    method: 'POST',
    body,
    headers: { 'x-signature': signTags(authSecret(), body) },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The internal route answered ${response.status}.`);
}
