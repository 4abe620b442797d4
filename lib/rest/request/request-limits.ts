import { ApiProblem } from '../answer/api-problem';

/** How many requests one person or address may make in a while. */
export interface RequestLimits {
  /** Counts one. @throws ApiProblem 429 @returns what the answer's headers say */
  take(subject: string): Record<string, string>;
}

interface Window {
  used: number;
  endsAt: number;
}

const mostSubjects = 20_000;

/**
 * A limit far above what a program needs, so that one cannot take all of a process. It is kept in
 * the process: what must hold across all of them, as attempts at a password, is counted in the
 * database.
 */
export function requestLimits(points = 1200, seconds = 60): RequestLimits {
  const windows = new Map<string, Window>();
  const windowOf = (subject: string, now: number): Window => {
    const known = windows.get(subject);
    if (known && known.endsAt > now) return known;
    windows.delete(subject);
    // In the order they began: the first one ends first.
    if (windows.size >= mostSubjects) windows.delete(windows.keys().next().value as string);
    const fresh = { used: 0, endsAt: now + seconds * 1000 };
    windows.set(subject, fresh);
    return fresh;
  };
  return {
    take: (subject) => {
      const now = Date.now();
      const window = windowOf(subject, now);
      window.used += 1;
      const reset = String(Math.max(1, Math.ceil((window.endsAt - now) / 1000)));
      const headers = {
        'ratelimit-limit': String(points),
        'ratelimit-remaining': String(Math.max(0, points - window.used)),
        'ratelimit-reset': reset,
      };
      if (window.used <= points) return headers;
      throw new ApiProblem(429, `Too many requests. Try again in ${reset} seconds.`, {
        headers: { ...headers, 'retry-after': reset },
      });
    },
  };
}
