import type { Rights } from './permissions';

/** How long what was read may be used: as long as a session may outlive its end on any instance. */
const freshMilliseconds = 2000;
const mostKept = 1000;

interface Kept {
  at: number;
  rights: Promise<Rights | null>;
}

const kept = new Map<string, Kept>();
const rightsTagOf = /^t:([0-9a-f-]{36})(?::rights)?$/;

/**
 * Reads what somebody may do in a tenant, once for all who ask within two seconds. A change is known
 * on every instance when the event log tells of it, and nowhere later than that.
 */
export function keptRights(
  tenantId: string,
  userId: string,
  read: () => Promise<Rights | null>,
): Promise<Rights | null> {
  const key = `${tenantId} ${userId}`;
  const known = kept.get(key);
  if (known && Date.now() - known.at < freshMilliseconds) return known.rights;
  const rights = read();
  kept.delete(key);
  kept.set(key, { at: Date.now(), rights });
  // What could not be read is not remembered.
  rights.catch(() => kept.delete(key));
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
  return rights;
}

/** Forgets what was read of the tenants whose tags these are (S4.24). */
export function forgetRights(tags: string[]): void {
  for (const tag of tags) {
    const [, tenantId] = rightsTagOf.exec(tag) ?? [];
    if (!tenantId) continue;
    for (const key of kept.keys()) if (key.startsWith(`${tenantId} `)) kept.delete(key);
  }
}
