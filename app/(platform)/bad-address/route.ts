import { platformRoute } from '@/lib/api/platform-route';
import { plainErrorPage } from '@/lib/ui/plain-error-page';

const detail =
  'The address is not encoded correctly. A % must be followed by two hexadecimal digits, and together they must be valid UTF-8.';

/** Where addresses go whose percent-encoding is broken, on every host. */
const refuse = platformRoute(
  async ({ requestId }) => {
    const page = { status: 400, title: 'This address cannot be read', detail, requestId };
    return new Response(plainErrorPage(page), {
      status: 400,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  },
  { permission: 'public' },
);

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
