const origin = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

/** True for what a tenant may add to its policy: a bare http(s) origin, a leading wildcard label at most. */
export function isAllowedOrigin(value: string): boolean {
  return value.length <= 255 && origin.test(value);
}

/**
 * The part of the policy no tenant can loosen; the middleware sends it as a header on every page.
 * Cached pages carry no nonce, so inline scripts stay allowed there (measured: a nonce leaves
 * them dead).
 */
export function pageCspHeader({ development = false, formTargets = [] }: PageCsp = {}): string {
  return [
    scripts(development),
    "object-src 'none'",
    "base-uri 'self'",
    ["form-action 'self'", ...formTargets].join(' '),
    "frame-ancestors 'self'",
  ].join('; ');
}

interface PageCsp {
  development?: boolean;
  /** Where the page's forms may lead besides its own host. */
  formTargets?: string[];
}

/**
 * Where forms of signing in lead: their answers send the browser on to another host, and browsers
 * hold that against the page that has the form. A site's own go by the root host; that one's goes
 * back to the site, which may have any name.
 *
 * @param path - of the page, as the host's own pages have it.
 * @param platform - the root host's names, and whether this is one of them.
 */
export function formTargetsOf(
  path: string,
  platform: { names: string[]; isHere: boolean },
): string[] {
  if (platform.isHere && backToSites.includes(path)) return ['http:', 'https:'];
  if (path === '/login' || path.startsWith('/login/'))
    return platform.names.map((one) => `${one}:*`);
  return [];
}

/** Pages of the root host whose forms end at the site that somebody came from. */
const backToSites = ['/session/enter', '/session/continue', '/login/code', '/login/connect'];

/**
 * The part a tenant's settings may widen (S2.56). It travels as a meta element, because a cached
 * page cannot set headers and the edge does not know the tenant's settings. Several policies
 * intersect, so this one can only narrow what the header allows.
 *
 * @param origins - `settings.allowedOrigins`; malformed ones are dropped.
 * @param sockets - where pages connect to, besides their own host.
 */
export function tenantCspMeta(
  origins: string[],
  { development = false, sockets = [] }: { development?: boolean; sockets?: string[] } = {},
): string {
  const extra = origins
    .filter(isAllowedOrigin)
    .map((value) => ` ${value}`)
    .join('');
  return [
    "default-src 'self'",
    scripts(development),
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `img-src 'self' data: blob:${extra}`,
    `media-src 'self' blob:${extra}`,
    ['connect-src', "'self'", ...(development ? ['ws:'] : []), ...sockets].join(' ') + extra,
    `frame-src 'self'${extra}`,
  ].join('; ');
}

/** For answers that are data: nothing in them may run or load. */
export const dataCspHeader = "default-src 'none'; frame-ancestors 'none'";

/** For files that people uploaded: opened by themselves they may do nothing at all. */
export const fileCspHeader = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * For the page that shows the API: its scripts are files of this host and none stands in the page;
 * its own styles do. It may ask this host and nobody else.
 */
export const docsCspHeader = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function scripts(development: boolean): string {
  return `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`;
}
