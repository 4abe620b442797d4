/** First path segments that exist on the root host. Anything else there is a 404. */
export const platformSegments = [
  '',
  'account',
  'admin',
  'api',
  'forgot',
  'login',
  'logout',
  'mailbox',
  'reset',
  'robots.txt',
  'session',
  'signup',
  'verify',
] as const;

/** Second segments under /api that answer on every host, tenant or not. */
export const platformApi = ['cron', 'domains', 'health', 'internal', 'tenant'] as const;

/**
 * First segments of paths that read their query. On every other path it is dropped: Next
 * writes the query of whoever came first into the cached page and serves it to everyone after.
 */
export const segmentsWithQuery = [
  'account',
  'admin',
  'api',
  'login',
  'logout',
  'notifications',
  'search',
  'session',
  'unavailable',
  'verify',
] as const;

/** Tells whether a path reads its query. */
export function readsQuery(path: string): boolean {
  return includes(segmentsWithQuery, path.slice(1).split('/')[0] ?? '');
}

/** First segments whose pages differ for who is signed in: no cache may keep them, on any host. */
export const personalSegments = [
  ...['account', 'admin', 'login', 'logout', 'notifications', 'session'],
  ...['forgot', 'mailbox', 'preview', 'register', 'reset', 'search', 'signup', 'verify'],
] as const;

/** Tells whether a path's answer depends on who is signed in. */
export function isPersonal(path: string): boolean {
  return includes(personalSegments, path.slice(1).split('/')[0] ?? '');
}

/** First segments of a tenant's paths that say themselves how long they may be kept. */
export const segmentsWithOwnCaching = ['api', 'media', 'og'] as const;

/** Tells whether a tenant's path says itself how long its answer may be kept. */
export function setsOwnCaching(path: string): boolean {
  return includes(segmentsWithOwnCaching, path.slice(1).split('/')[0] ?? '');
}

/** Where addresses are sent that cannot be decoded. */
export const badAddressPath = '/bad-address';

/** Files of `public/`, by name: they are the same on every host. A test compares the folder. */
export const publicFiles = ['favicon.ico', 'icon.svg'] as const;

/** Paths that belong to the platform whatever the host. */
export function isOnEveryHost(path: string): boolean {
  if (path === badAddressPath) return true;
  const [first = '', second = '', ...rest] = path.slice(1).split('/');
  if (rest.length === 0 && second === '') return includes(publicFiles, first);
  return first === 'api' && includes(platformApi, second);
}

/** Paths that the root host serves. */
export function isPlatformPath(path: string): boolean {
  return includes(platformSegments, path.slice(1).split('/')[0] ?? '');
}

function includes(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
