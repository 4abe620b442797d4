import { randomUUID } from 'node:crypto';
import { and, gt, isNull, or, sql } from 'drizzle-orm';
import { newApiKey } from '../../auth/api-keys/api-key-text';
import type { MemberContext } from '../../auth/viewer';
import { apiKeys, tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError, InvalidInput } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { keyFaults, type NewKey } from './key-faults';
import { allScopes } from './scopes';

/** A key that was just made. */
export interface MadeKey {
  id: string;
  name: string;
  /** As lists show it. */
  prefix: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date | null;
  /** The key itself: it stands here once and nowhere else. */
  secret: string;
}

/** Keys that work or could, of one tenant. */
export const mostKeys = 100;

/**
 * Makes a key of the API that acts for whoever makes it (D27). One made with another key is never
 * wider than that, ends no later, and ends with it.
 *
 * @param input.id - names this attempt: sent twice, it makes one key.
 * @throws InvalidInput by field; AppError conflict where it was made already, or there are too many.
 */
export async function createApiKey(ctx: MemberContext, input: NewKey): Promise<MadeKey> {
  const faults = keyFaults(ctx, input);
  if (faults) throw new InvalidInput(faults);
  const { text: secret, prefix, hash } = newApiKey();
  const { expiresAt, id = randomUUID() } = input;
  const name = input.name.trim();
  const scopes = allScopes.filter((scope) => input.scopes.includes(scope));
  const values = {
    ...{ id, name, prefix, scopes, expiresAt, secretHash: hash },
    ...{ createdBy: ctx.actor.id, parentId: ctx.viewer.apiKey?.id ?? null },
  };
  const createdAt = await ctx.db.write(async (tx) => {
    await requireRoom(tx);
    const [row] = await tx
      .insert(apiKeys)
      .values(values as typeof apiKeys.$inferInsert)
      .onConflictDoNothing()
      .returning({ createdAt: apiKeys.createdAt, revokedAt: apiKeys.revokedAt });
    if (!row) throw new AppError('conflict', madeBefore);
    if (row.revokedAt) throw new AppError('conflict', 'You do not belong here any more.');
    await recordEvent(tx, ctx, {
      type: 'api-key.created',
      subjectId: id,
      payload: { resource: 'api-keys', label: name, prefix, scopes, expiresAt },
      cacheTags: [],
    });
    return row.createdAt;
  });
  return { id, name, prefix: `tnt_${prefix}`, scopes, createdAt, expiresAt, secret };
}

const madeBefore =
  'This key was made already, and was shown once. If you did not copy it, revoke it and make another.';

async function requireRoom(tx: ScopedTx): Promise<void> {
  // One after the other, so that two do not take the last place.
  await tx.select({ id: tenants.id }).from(tenants).for('no key update');
  const isLiving = or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`));
  const living = await tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(isNull(apiKeys.revokedAt), isLiving));
  if (living.length < mostKeys) return;
  throw new AppError('conflict', `There are ${mostKeys} keys. Revoke one that nobody uses.`);
}
