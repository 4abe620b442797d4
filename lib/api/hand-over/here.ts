import { cookies, headers } from 'next/headers';
import { isSecret, newSecret } from '../../auth/secret';
import { type CookieNames, cookieNames, cookieOptions } from '../../auth/session-cookie';
import type { Realm } from '../../auth/session-key';
import { originOf } from '../../tenancy/tenant-address';
import { requestFacts } from '../request-facts';

type Jar = Awaited<ReturnType<typeof cookies>>;

/** The host at hand, as handing somebody over to it or from it needs it. */
export interface Here {
  jar: Jar;
  names: CookieNames;
  /** Scheme, host and the beginning of the path. */
  address: string;
  requestId: string;
}

/** How long a browser may take from asking to coming back with a ticket, sign-in form and all. */
export const stateSeconds = 60 * 60;

/** Reads where the request came in. */
export async function readHere(realm: Realm): Promise<Here> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const { hostname, basePath, requestId } = await requestFacts();
  const address = originOf(hostname) + basePath;
  return { jar, names: cookieNames(sent, realm), address, requestId };
}

/**
 * Marks the browser, so that a ticket can be made for it alone. A mark that it has stays: several
 * tabs may be under way.
 */
export function markBrowser({ jar, names }: Here): string {
  const had = jar.get(names.state)?.value;
  const state = isSecret(had) ? had : newSecret();
  jar.set(names.state, state, { ...cookieOptions(names), maxAge: stateSeconds });
  return state;
}
