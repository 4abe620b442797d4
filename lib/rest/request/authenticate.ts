import { isSameOrigin } from '../../api/same-origin';
import { findBearer } from '../../auth/tokens/find-bearer';
import type { Viewer } from '../../auth/viewer';
import { ApiProblem } from '../answer/api-problem';
import type { RestPlace } from '../rest-context';

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Finds out who asks: by token, else by the browser's cookie, else nobody.
 *
 * @throws ApiProblem 401 for a token that is not good here, even where none is needed; 403 for a
 *   change with a cookie that no page of this very host asked for.
 */
export async function authenticate(request: Request, place: RestPlace): Promise<Viewer | null> {
  const given = request.headers.get('authorization');
  if (given !== null) return bearerOf(given, place);
  const viewer = await place.cookieViewer();
  if (!viewer || readingMethods.includes(request.method)) return viewer;
  if (isSameOrigin(request.headers)) return viewer;
  throw new ApiProblem(403, 'This request did not come from a page of this site.');
}

async function bearerOf(given: string, place: RestPlace): Promise<Viewer> {
  const token = /^Bearer +([\w.~+/=-]{1,2048}) *$/i.exec(given)?.[1];
  const bearer = token ? await findBearer(place.realm, token, 'access') : null;
  if (bearer) return bearer.viewer;
  throw new ApiProblem(401, 'The access token is not valid here, or not any more.', {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
}
