import { platformRoute } from '@/lib/api/platform-route';
import { readOwnExport } from '@/lib/removal/export/own-export';
import { streamExport } from '@/lib/removal/export/stream-export';

/**
 * The copy that whoever is signed in has asked for, as a file. No address names anybody's. Without one,
 * and while it is being made, one is led to the page where it can be asked for.
 */
export const GET = platformRoute(
  async ({ ctx }) => {
    const { sessionId } = ctx.viewer;
    const made = await readOwnExport(sessionId);
    if (!made || made.places.some(({ state }) => state === 'waiting')) {
      return new Response(null, { status: 303, headers: { Location: '/account/export' } });
    }
    return new Response(await streamExport(sessionId, made.id), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="my-data.json"',
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  },
  { permission: 'account.use' },
);
