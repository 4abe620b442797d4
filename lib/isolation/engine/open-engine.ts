import { sql as raw } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { createScopedTx, type FilterFor, type ScopedTx } from '../../db/scoped-tx';
import { bindTenantLiteral, bindTenantParams, poolPlacement } from '../../db/tenant-scope';
import type { ResourceContext } from '../../resources/resource-context';
import { mockTenant } from '../../testing/mock-tenant';
import { openHandle } from '../tables/open-handle';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import type { WalkTenant } from '../world/tenants';

/** Which of the two walls stands: the handle's filter, row security, or neither. */
export type Standing = 'filter' | 'row security' | 'neither';

/** The resource engine over a database with one wall only. What it writes is undone. */
export interface Engine {
  contextOf(tenant: WalkTenant): ResourceContext;
  close(): Promise<void>;
}

type InScope = (tenantId: string, work: (tx: ScopedTx) => Promise<unknown>) => Promise<unknown>;

/** Opens the engine as somebody who may do everything in whatever tenant is bound. */
export function openEngine(database: ScratchDatabase, standing: Standing): Engine {
  const { inScope, close } =
    standing === 'filter' ? openHandle(database.bypassUrl) : openUnfiltered(database, standing);
  return {
    close,
    contextOf({ id, slug, name }) {
      const run = (work: (tx: ScopedTx) => Promise<unknown>) => inScope(id, work);
      const db = { read: run, write: run } as ResourceContext['db'];
      return { tenant: mockTenant({ id, slug, name }), db, requestId: 'walk', can: () => true };
    },
  };
}

class Undo {
  constructor(readonly result: unknown) {}
}

function openUnfiltered({ appUrl, bypassUrl }: ScratchDatabase, standing: Standing) {
  const client = connect(standing === 'neither' ? bypassUrl : appUrl, 2);
  const db = drizzle(client, { casing: 'snake_case' });
  const noFilter: FilterFor = () => undefined;
  const inScope: InScope = async (tenantId, work) => {
    const bind = bindTenantLiteral(bindTenantParams(tenantId, poolPlacement));
    try {
      return await db.transaction(async (tx) => {
        await tx.execute(raw.raw(bind));
        throw new Undo(await work(createScopedTx(tx, tenantId, noFilter)));
      });
    } catch (thrown) {
      if (thrown instanceof Undo) return thrown.result;
      throw thrown;
    }
  };
  return { inScope, close: () => client.end({ timeout: 2 }) };
}
