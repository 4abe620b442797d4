import { TooManyRequests } from '../errors';
import { type PointStore, pointStore } from './point-store';
import type { Counted } from './request-window';
import { requestWindows } from './request-windows';
import { type TenantRequestLimit, tenantRequestLimit } from './tenant-request-limit';

/** Whose request it is. */
export interface Requester {
  /** Null on the root host. */
  tenantId: string | null;
  /** A person, or an address where nobody is signed in. */
  subject: string;
}

/** How many requests may be made in a minute: by one person or address, and at one tenant. */
export interface RequestLimits {
  /** Counts one. @throws TooManyRequests @returns what the answer's headers say */
  take(requester: Requester): Promise<Record<string, string>>;
}

interface Options {
  /** For each person and address at each tenant: far above what a program needs. */
  points?: number;
  seconds?: number;
  store?: PointStore;
  ofTenant?: TenantRequestLimit;
}

/** Counts a request; gives the tighter of both limits, or the one it was refused by. */
type Count = (requester: Requester) => Promise<Counted>;

/**
 * Makes limits of requests (S2.47, S3.52). First whoever asks, then the tenant as a whole: a single
 * flooder is refused before having used up what is everybody's at that tenant, and no tenant touches
 * what is another's.
 */
export function requestLimits(options: Options = {}): RequestLimits {
  return limitsBy(requestCounter(options));
}

function requestCounter(options: Options): Count {
  const { points = 1200, seconds = 60, store = pointStore() } = options;
  const ofTenant = options.ofTenant ?? tenantRequestLimit();
  const windowOf = requestWindows(store, seconds);
  return async ({ tenantId, subject }) => {
    const own = await windowOf(tenantId, subject).take(points);
    const most = tenantId === null || !own.isAllowed ? null : await ofTenant(tenantId);
    if (most === null) return own;
    const all = await windowOf(tenantId, 'all').take(most);
    return !all.isAllowed || all.remaining < own.remaining ? all : own;
  };
}

function limitsBy(count: Count): RequestLimits {
  return {
    take: async (requester) => {
      const counted = await count(requester);
      const headers = headersOf(counted);
      if (counted.isAllowed) return headers;
      const wait = String(counted.resetSeconds);
      throw new TooManyRequests(counted.resetSeconds, { ...headers, 'retry-after': wait });
    },
  };
}

function headersOf({ limit, remaining, resetSeconds }: Counted): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
  };
}

// On globalThis: routes and actions are bundled apart and would each count for themselves. Only the
// counting: an error must be of the class that the bundle it is thrown in knows.
const kept = globalThis as unknown as { tenantryRequests?: Count };

/** The limits of this process, for the API, actions and everything else that is not a cached page. */
export function processRequestLimits(): RequestLimits {
  kept.tenantryRequests ??= requestCounter({});
  return limitsBy(kept.tenantryRequests);
}
