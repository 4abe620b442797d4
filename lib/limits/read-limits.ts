import { quotas } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';
import { type LimitName, limitNames } from '../limit-reached';

/** What a tenant has of something and may have. */
export interface LimitUse {
  name: LimitName;
  used: number;
  /** Null is unlimited. */
  most: number | null;
  /** near: from 80 %. full: nothing more is taken. */
  level: 'free' | 'near' | 'full';
}

/** Reads the limits of the tenant whose handle it is. */
export async function readLimits(tx: ScopedTx): Promise<LimitUse[]> {
  const rows = await tx
    .select({ name: quotas.name, used: quotas.used, most: quotas.most })
    .from(quotas);
  return limitNames.flatMap((name) => {
    const row = rows.find((one) => one.name === name);
    return row ? [limitUse(name, row.used, row.most)] : [];
  });
}

/** Says how near a limit is. */
export function limitUse(name: LimitName, used: number, most: number | null): LimitUse {
  const isCounted = most !== null && name !== 'requests';
  const level = !isCounted ? 'free' : used >= most ? 'full' : used >= 0.8 * most ? 'near' : 'free';
  return { name, used, most, level };
}
