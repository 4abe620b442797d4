type Listener = () => void;

const listeners = new Set<Listener>();
const longestWait = 10_000;
let isAway = false;
let waits = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Whether the server can be reached. What the browser says of its network is only a reason to ask:
 * a machine without any network still reaches a server on itself.
 */
export const connection = {
  /** What the last question gave. */
  isAway: (): boolean => isAway,

  /** Tells of every change; gives what stops it. */
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /**
   * Asks the server now, and again and again while it does not answer.
   * @returns whether it answered
   */
  async check(): Promise<boolean> {
    clearTimeout(timer);
    const reached = await answers();
    clearTimeout(timer);
    waits = reached ? 0 : waits + 1;
    if (!reached) timer = setTimeout(connection.check, Math.min(1000 * 2 ** waits, longestWait));
    if (isAway === reached) {
      isAway = !reached;
      for (const listener of listeners) listener();
    }
    return reached;
  },
};

/** A server that says it is unwell has answered; a proxy in front of a dead one has not. */
async function answers(): Promise<boolean> {
  try {
    const { ok, headers } = await fetch('/api/health', {
      cache: 'no-store',
      signal: AbortSignal.timeout(5000),
    });
    return ok || (headers.get('content-type') ?? '').includes('json');
  } catch {
    return false;
  }
}
