import type { Found } from './found';

/** Answers are good for this long: going back over one's own words then asks nobody. */
const freshMilliseconds = 30_000;
const mostKept = 40;

const kept = new Map<string, { found: Found; at: number }>();

/** What was answered to the same a moment ago. For browsers alone: a server's would be everybody's. */
export function keptFound(address: string): Found | null {
  const one = kept.get(address);
  return one && Date.now() - one.at < freshMilliseconds ? one.found : null;
}

/** Keeps an answer for a moment. */
export function keepFound(address: string, found: Found): void {
  kept.delete(address);
  kept.set(address, { found, at: Date.now() });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

/**
 * Asks the site what there is about a text.
 *
 * @throws Error where no answer came, or none that is one.
 */
export async function askSearch(address: string, signal: AbortSignal): Promise<Found> {
  const answer = await fetch(address, { signal, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  const found = (await answer.json()) as Found;
  keepFound(address, found);
  return found;
}
