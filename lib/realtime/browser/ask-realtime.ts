/** What came back: an answer, or why there is none. */
export type Asked<T> = { kind: 'ok'; body: T } | { kind: 'signed-out' } | { kind: 'failed' };

/**
 * Asks one of the tenant's realtime routes.
 *
 * @param basePath - what the tenant's addresses begin with; empty on its own host.
 * @param path - below /api/realtime/.
 * @param body - sent as JSON; without it the route is only read.
 */
export async function askRealtime<T>(
  basePath: string,
  path: string,
  body?: unknown,
): Promise<Asked<T>> {
  const init: RequestInit =
    body === undefined
      ? { cache: 'no-store' }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  try {
    const answer = await fetch(`${basePath}/api/realtime/${path}`, init);
    // A site that closed, or that one was removed from, has nobody there either.
    if (answer.status === 401) return { kind: 'signed-out' };
    if (!answer.ok) return { kind: 'failed' };
    return { kind: 'ok', body: (await answer.json()) as T };
  } catch {
    return { kind: 'failed' };
  }
}
