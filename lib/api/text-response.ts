import { createHash } from 'node:crypto';
import { namesEtag } from './names-etag';

/**
 * Answers with a text that may be kept but must be asked for again: fresh at once after a change,
 * and a reader that has the same text already gets 304.
 *
 * @param contentType - with its charset.
 */
export function textResponse(request: Request, body: string, contentType: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'no-cache', 'content-type': contentType };
  if (namesEtag(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
