import { isSameOrigin } from '../../api/same-origin';
import { isApiKey, readApiKey } from '../../auth/api-keys/api-key-text';
import { findKeyHolder } from '../../auth/api-keys/find-key-holder';
import { findBearer } from '../../auth/tokens/find-bearer';
import type { Viewer } from '../../auth/viewer';
import { ApiProblem } from '../answer/api-problem';
import type { RestPlace } from '../rest-context';

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

interface Options {
  /** Counts a key that the database was asked for in vain. */
  onUnknownKey(): Promise<unknown>;
}

/**
 * Finds out who asks: by access token or API key, else by the browser's cookie, else nobody. Where a
 * header names somebody the cookie is not looked at: a key with few rights stays one.
 *
 * @throws ApiProblem 401 for a token or key that is not good here, even where none is needed; 403 for
 *   a change with a cookie that no page of this very host asked for.
 */
export async function authenticate(
  request: Request,
  place: RestPlace,
  options: Options,
): Promise<Viewer | null> {
  const given = request.headers.get('authorization');
  if (given !== null) return bearerOf(given, place, options);
  const viewer = await place.cookieViewer();
  if (!viewer || readingMethods.includes(request.method)) return viewer;
  if (isSameOrigin(request.headers)) return viewer;
  throw new ApiProblem(403, 'This request did not come from a page of this site.');
}

async function bearerOf(given: string, { realm }: RestPlace, options: Options): Promise<Viewer> {
  const token = /^Bearer +([\w.~+/=-]{1,2048}) *$/i.exec(given)?.[1] ?? '';
  const isKey = isApiKey(token);
  const viewer = isKey
    ? await findKeyHolder(realm, token)
    : (await findBearer(realm, token, 'access'))?.viewer;
  if (viewer) return viewer;
  if (isKey && realm !== null && readApiKey(token)) await options.onUnknownKey();
  const what = isKey ? 'API key' : 'access token';
  throw new ApiProblem(401, `The ${what} is not valid here, or not any more.`, {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
}
