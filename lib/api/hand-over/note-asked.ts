import { nextPath } from '../../auth/next-path';
import { isSecret } from '../../auth/secret';
import { cookieOptions } from '../../auth/session-cookie';
import type { TenantContext } from '../../tenancy/tenant';
import { loginAddress } from '../login-address';
import { writeAskedMark } from './asked-mark';
import { readHere, stateSeconds } from './here';
import { seeOther } from './see-other';

/** At a tenant: the root host knew nobody, or was asked too often. Notes it, and goes on to the form. */
export async function noteAsked(
  { tenant }: Pick<TenantContext, 'tenant'>,
  query: URLSearchParams,
): Promise<Response> {
  const { jar, names, address } = await readHere(tenant.id);
  const next = nextPath(query.get('next'), '/');
  // A browser that keeps no cookies would be sent round and round.
  if (!isSecret(jar.get(names.state)?.value)) return seeOther(`${address}/login?error=NoCookies`);
  const rootState = query.get('root');
  if (isSecret(rootState)) {
    const mark = writeAskedMark({ at: Date.now(), rootState });
    jar.set(names.asked, mark, { ...cookieOptions(names), maxAge: stateSeconds });
  }
  return seeOther(address + loginAddress(next));
}
