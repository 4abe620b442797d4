import { count, sql } from 'drizzle-orm';
import type { AppClient } from '../../db/client';
import type { PlatformTx } from '../../db/platform-tx';
import { tenants } from '../../db/schema/platform';
import { scopedDb } from '../../db/scoped-db';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import { strategyOf } from '../placement/strategy-of';
import { homeUrlOf } from '../tenant-address';
import { checkSite, type NewSite } from './new-site';
import type { Provision } from './provision';
import { provisionSteps } from './provision-steps';
import { createSaga } from './run-saga';
import { throwTaken } from './throw-taken';

/** What says that somebody may have a tenant of their own. */
export type Founder = { linkId: string } | { sessionId: string };

/** A tenant that somebody made for themself. */
export interface Founded {
  tenant: { id: string; slug: string; name: string; homeUrl: string };
  owner: { id: string; name: string; email: string; isNew: boolean };
}

interface Options {
  requestId: string;
  client?: AppClient;
  /** Other steps, for tests. */
  steps?: typeof provisionSteps;
}

type Made = Founded['owner'] & { version: number };

/** Done by the database's own door; what comes after them is the same for every tenant. */
const byDoor = ['owner', 'tenant', 'membership', 'domain'];

/**
 * Makes a tenant for whoever proved their email by the link of a signup, or is signed in on the root
 * host (S1.27). The database itself asks for the one or the other, and names them the owner: nobody
 * can make one for somebody else. All of it is there or nothing is, the link is unused then.
 *
 * @throws InvalidInput by field; of that, ExistsError for a slug that is taken; AppError not_found for
 *   a link or session that is not good for it.
 */
export async function foundTenant(
  input: NewSite,
  founder: Founder,
  { requestId, client, steps = provisionSteps }: Options,
): Promise<Founded> {
  const site = checkSite(input);
  const tenantId = crypto.randomUUID();
  const strategy = strategyOf('row');
  const schemaName = strategy.schemaFor({ slug: site.slug, schemaName: '' });
  const saga = createSaga(steps.filter(({ name }) => !byDoor.includes(name)));
  const owner = await scopedDb(tenantId, undefined, client)
    .write(async (tx) => {
      const made = await passDoor(tx, { tenantId, site, founder, requestId });
      const given = { ...site, ownerEmail: made.email };
      const origin = { actor: { id: made.id, name: made.name }, requestId };
      const state: Provision = {
        ...{ tx: platformTx(tx), given, origin, strategy, schemaName, tenantId },
        ...{ passwordHash: null, owner: { ...made, isActive: true }, schemaVersion: made.version },
      };
      await saga.run(state).catch(async (error) => {
        await saga.undo(state);
        throw error;
      });
      return made;
    })
    .catch(throwTaken);
  const { slug, name } = site;
  const { id, email, isNew } = owner;
  return {
    tenant: { id: tenantId, slug, name, homeUrl: homeUrlOf(slug) },
    owner: { id, name: owner.name, email, isNew },
  };
}

interface Asked {
  tenantId: string;
  site: NewSite;
  founder: Founder;
  requestId: string;
}

/** A count of the tenant's row, which is not there yet: one row comes whatever it finds. */
async function passDoor(
  tx: ScopedTx,
  { tenantId, site, founder, requestId }: Asked,
): Promise<Made> {
  const link = 'linkId' in founder ? founder.linkId : null;
  const session = 'sessionId' in founder ? founder.sessionId : null;
  const made = sql<Made | null>`platform.found_tenant(${tenantId}::uuid, ${link}::uuid,
    ${session}::uuid, ${site.slug}, ${site.name}, ${requestId})`;
  const [row] = await tx.select({ made, rows: count() }).from(tenants);
  if (!row?.made) throw new AppError('not_found', 'This link does not work. Ask for a new one.');
  return row.made;
}

/** The steps go on inside the one tenant that is bound. */
function platformTx(tx: ScopedTx): PlatformTx {
  const inTenant: PlatformTx['inTenant'] = (_tenantId, work) => work(tx);
  return Object.assign(Object.create(tx), { inTenant });
}
