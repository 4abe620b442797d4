import { createRepository } from '../../db/repository/create-repository';
import type { ScopedDb } from '../../db/scoped-db';
import type { ScopedTx } from '../../db/scoped-tx';
import { recordEvent } from '../../events/record-event';
import { tenantTag } from '../../tenancy/cache-tags';
import type { TenantContext } from '../../tenancy/tenant';
import { redactText } from '../output/redact-text';

const longestLabel = 200;

/**
 * Gives a context in which every transaction that may write leaves an event of its own, in the same
 * transaction: who works by hand is on record, and cached pages are made anew.
 *
 * @param what - what is being run, as the audit log is to name it.
 */
export function auditedContext(ctx: TenantContext, what: () => string): TenantContext {
  const origin = { actor: ctx.actor, requestId: ctx.requestId };
  const note = (tx: ScopedTx) =>
    recordEvent(tx, origin, {
      type: 'command.wrote',
      subjectId: ctx.tenant.id,
      payload: { resource: 'commands', label: redactText(what()).slice(0, longestLabel) },
      cacheTags: [tenantTag(ctx.tenant.id)],
    });
  const db: ScopedDb = {
    ...ctx.db,
    write: (fn) =>
      ctx.db.write(async (tx) => {
        const result = await fn(tx);
        await note(tx);
        return result;
      }),
    writeTogether: (build) =>
      db.write(async (tx) => {
        for (const query of build(tx)) await query;
      }),
    scoped: (table, options) => createRepository(db, table, options),
  };
  return { ...ctx, db };
}
