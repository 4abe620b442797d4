import { z } from 'zod';
import { platformRoute } from '@/lib/api/platform-route';
import { authSecret } from '@/lib/auth/auth-secret';
import { expireTags } from '@/lib/cache/expire-tags';
import { isSignedTags } from '@/lib/cache/sign-tags';
import { AppError } from '@/lib/errors';

const body = z.object({ tags: z.array(z.string().max(256)).max(10_000) });

/** The process tells itself what is stale: Next forgets entries only inside a route handler. */
export const POST = platformRoute(
  async ({ request }) => {
    const signature = request.headers.get('x-signature');
    // Before the body is read: nobody without a signature may make us keep one.
    if (!signature) throw unknownEndpoint();
    const text = await request.text();
    if (!isSignedTags(authSecret(), text, signature)) {
      throw unknownEndpoint();
    }
    expireTags(body.parse(JSON.parse(text)).tags);
    return new Response(null, { status: 204 });
  },
  { permission: 'public' },
);

function unknownEndpoint(): AppError {
  return new AppError('not_found', 'There is no such endpoint.');
}
