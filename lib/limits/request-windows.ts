import type { PointStore } from './point-store';
import { rateLimitKey } from './rate-limit-key';
import { RequestWindow } from './request-window';

const mostSubjects = 5000;
const mostTenants = 20_000;

/**
 * The windows of this process. Bounded tenant by tenant: somebody who comes from a million addresses
 * pushes out windows of that one tenant alone.
 */
export function requestWindows(store: PointStore, seconds: number) {
  const tenants = new Map<string, Map<string, RequestWindow>>();
  return (tenantId: string | null, subject: string): RequestWindow => {
    const own = kept(tenants, tenantId ?? '', mostTenants, () => new Map<string, RequestWindow>());
    const known = own.get(subject);
    if (known && !known.hasEnded()) return known;
    own.delete(subject);
    const key = rateLimitKey(tenantId, subject);
    return kept(own, subject, mostSubjects, () => new RequestWindow(key, seconds, store));
  };
}

/** Gets an entry or makes it; the one that was made first gives way. */
function kept<V>(map: Map<string, V>, name: string, most: number, make: () => V): V {
  const known = map.get(name);
  if (known) return known;
  if (map.size >= most) map.delete(map.keys().next().value as string);
  const made = make();
  map.set(name, made);
  return made;
}
