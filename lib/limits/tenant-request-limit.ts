import { eq } from 'drizzle-orm';
import { quotas } from '../db/schema/platform';
import { outsideScopes } from '../db/scope';
import { scopedDb } from '../db/scoped-db';

/** Requests a tenant may make in a minute; null is unlimited. */
export type TenantRequestLimit = (tenantId: string) => Promise<number | null>;

interface Known {
  most: number | null;
  readAt: number;
  reading?: Promise<number | null>;
}

const freshMilliseconds = 2000;
const mostTenants = 20_000;

/**
 * Reads a tenant's limit at most every two seconds, behind the back of who asks: so soon a change
 * in the console holds on every instance. Where it cannot be read, the last one that was, or none.
 */
export function tenantRequestLimit(read = readLimit): TenantRequestLimit {
  const known = new Map<string, Known>();
  return async (tenantId) => {
    const entry = known.get(tenantId);
    if (entry && Date.now() - entry.readAt < freshMilliseconds) return entry.most;
    if (!entry && known.size >= mostTenants) known.clear();
    const current: Known = entry ?? { most: null, readAt: 0 };
    known.set(tenantId, current);
    current.reading ??= read(tenantId)
      .catch(() => current.most)
      .then((most) => {
        Object.assign(current, { most, readAt: Date.now(), reading: undefined });
        return most;
      });
    return entry && entry.readAt > 0 ? entry.most : current.reading;
  };
}

async function readLimit(tenantId: string): Promise<number | null> {
  const [row] = await outsideScopes(() =>
    scopedDb(tenantId).read((tx) =>
      tx.select({ most: quotas.most }).from(quotas).where(eq(quotas.name, 'requests')),
    ),
  );
  return row?.most ?? null;
}
