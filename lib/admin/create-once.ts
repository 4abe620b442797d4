import { and, eq } from 'drizzle-orm';
import { idempotencyKeys } from '../db/schema/platform';
import { AppError } from '../errors';
import { createRecord } from '../resources/create-record';
import type { Resource, Values } from '../resources/resource';
import type { ResourceContext } from '../resources/resource-context';

const keyShape = /^[0-9a-f-]{36}$/;

/**
 * Creates a record, once for each form that was drawn: sent twice, the second one finds the record
 * of the first.
 *
 * @param key - drawn with the form. Without a good one the record is simply created.
 * @returns the id of the record, whichever of the two made it.
 */
export async function createOnce(
  ctx: ResourceContext,
  resource: Resource,
  key: string,
  values: Values,
): Promise<string> {
  const { tenant, actor } = ctx;
  if (!tenant || !actor || !keyShape.test(key)) {
    return (await createRecord(ctx, resource, values)).id;
  }
  const row = { tenantId: tenant.id, userId: actor.id, key: `form:${key}` };
  const same = and(eq(idempotencyKeys.userId, row.userId), eq(idempotencyKeys.key, row.key));
  return ctx.db.write(async (tx) => {
    const fingerprint = `create ${resource.name}`;
    const claimed = await tx
      .insert(idempotencyKeys)
      .values({ ...row, fingerprint })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (claimed.length === 0) {
      const [known] = await tx.select().from(idempotencyKeys).where(same);
      if (known?.body && known.fingerprint === fingerprint) return known.body;
      throw new AppError('conflict', 'This form was sent before.');
    }
    const { id } = await createRecord(ctx, resource, values);
    await tx.update(idempotencyKeys).set({ status: 303, body: id }).where(same);
    return id;
  });
}
