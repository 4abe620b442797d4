import { expandRoute, isGuarded } from '../doors/expand-route';
import { type RouteCase, routeCases } from './route-cases';

/**
 * The case of a route: its own, or for what stands behind sign-in the one that all such have. Who is
 * signed in is walked apart.
 *
 * @returns null for a route that nobody covers.
 */
export function caseOf(pattern: string): RouteCase | null {
  if (Object.hasOwn(routeCases, pattern)) return routeCases[pattern] ?? null;
  return isGuarded(pattern) ? guardedCase(pattern) : null;
}

/** Nobody is signed in: to the login from a page, 401 from a file. */
function guardedCase(pattern: string): RouteCase | null {
  const [address] = expandRoute(pattern) ?? [];
  if (!address) return null;
  const isFile = /\.\w+$/.test(pattern);
  const on = pattern.startsWith('/[tenant]') ? 'tenant' : 'root';
  return {
    on,
    methods: 'GET, HEAD',
    asks: (site, other) => {
      const id = [...(on === 'tenant' ? site : other).ids][0] ?? '';
      const path = address.path.replace('{id}', id);
      return [{ path, status: isFile ? 401 : 307 }];
    },
  };
}
