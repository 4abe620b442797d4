import { env } from '../env';
import { edgeEnv } from '../env-edge';
import { derived } from './auth-secret';
import { type Realm, realmName } from './session-key';

/** How cookies of this installation are called on a host, and whether they are for TLS alone. */
export interface CookieNames {
  session: string;
  csrf: string;
  callbackUrl: string;
  /** Says to scripts of the host's own pages that somebody is signed in, and nothing else. */
  here: string;
  /** A sign-in that waits for its code. */
  pending: string;
  /** What names of known browsers' cookies begin with: see deviceCookie. */
  device: string;
  /** Marks the browser that a ticket is made for. */
  state: string;
  /** Says that the root host was asked who this is, when, and by which browser. */
  asked: string;
  /** Begins the names of what is kept of a way to a provider and back. */
  flow: string;
  /** Holds the account elsewhere that is yet to be connected. */
  identity: string;
  /** Proves that somebody came by the link of a maintenance. */
  bypass: string;
  secure: boolean;
}

/**
 * Names the cookies. With TLS the browser itself keeps them to the one host (`__Host-`). On http
 * the name carries the installation: cookies ignore ports, and two of them may run side by side. It
 * carries the tenant too where tenants may share a host: signing in to one must not sign out of
 * another.
 *
 * @param realm - whose session is meant; the platform's cookies have plain names, since the edge
 *   looks for them.
 */
export function cookieNames(headers: Headers, realm: Realm): CookieNames {
  const secure = isSecure(headers);
  const place = secure ? '__Host-tenantry' : `tenantry-${mark(`instance:${env().PORT}`)}`;
  const isPlain = realm === null || !tenantsShareHosts();
  const prefix = isPlain ? place : `${place}-${mark(`realm:${realmName(realm)}`)}`;
  return {
    session: `${prefix}.session`,
    csrf: `${prefix}.csrf`,
    callbackUrl: `${prefix}.callback-url`,
    here: `${prefix}.here`,
    pending: `${prefix}.pending`,
    // Of a person, not of a tenant.
    device: `${place}.device`,
    state: `${prefix}.state`,
    asked: `${prefix}.asked`,
    flow: `${prefix}.flow-`,
    identity: `${prefix}.identity`,
    // The edge looks for it before it knows whose host it is.
    bypass: `${place}.bypass`,
    secure,
  };
}

/** The cookie by which a browser is known to an account: one for each person who uses it. */
export function deviceCookie({ device }: Pick<CookieNames, 'device'>, email: string): string {
  return `${device}-${mark(`device:${email}`)}`;
}

/** What every cookie of ours is. Host-only: there is no domain (C4). */
export function cookieOptions({ secure }: Pick<CookieNames, 'secure'>) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}

/** Next fills the header from the connection; a proxy in front of it sets it. */
function isSecure(headers: Headers): boolean {
  const [scheme = ''] = (headers.get('x-forwarded-proto') ?? '').split(',');
  return scheme.trim().toLowerCase() === 'https';
}

/** True where something but the host can name a tenant. */
function tenantsShareHosts(): boolean {
  const { resolvers, defaultTenant } = edgeEnv();
  return defaultTenant !== '' || !resolvers.every((name) => hostResolvers.includes(name));
}

const hostResolvers = ['domain', 'subdomain'];

function mark(text: string): string {
  return derived(text).toString('hex').slice(0, 8);
}
