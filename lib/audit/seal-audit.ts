import { type AppClient, appClient } from '../db/client';
import { isDatabaseUnavailable } from '../db/database-fault';
import { log } from '../log';

/** What readers of a log are told that cannot be sealed. */
export const unsealedWords =
  'The newest entries could not be added yet. They are kept, and will appear here.';

const tenantsAtOnce = 50;
const eventsAtOnce = 500;

/**
 * Brings a tenant's audit log up to date with its events: call it before the log is read. The worker
 * does the same on its own after every change, so there is seldom anything to do.
 *
 * @param tenantId - null for the platform's own log.
 * @returns false when the log cannot be sealed, which is logged: what it has can be read all the
 *   same, and the worker tries again.
 * @throws when the database is away.
 */
export async function sealAudit(
  tenantId: string | null,
  client: AppClient = appClient(),
): Promise<boolean> {
  await client.verified();
  try {
    while (await sealSome(client, tenantId)) {}
    return true;
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    tell(error, { tenant: tenantId });
    return false;
  }
}

/**
 * The same for everybody who has something to seal, each in a transaction of their own. A log that
 * cannot be sealed is noted with its tenant and tried again later, the longer the more often it
 * failed; the others go on. Stops early once `isOver` says so.
 */
export async function sealAllAudit(
  client: AppClient,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (let more = true; more && !isOver(); ) {
    const tenants = await listUnsealed(client);
    more = tenants.length === tenantsAtOnce;
    for (const tenantId of tenants) {
      if (isOver()) return;
      more = (await sealOrNote(client, tenantId)) || more;
    }
  }
}

/** @returns whether this log has more to seal. */
async function sealOrNote(client: AppClient, tenantId: string | null): Promise<boolean> {
  try {
    return await sealSome(client, tenantId);
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const [row] = await client.query(
      (sql) => sql`
        select platform.note_seal_fault(${tenantId}::text::uuid, ${reason}) as attempts`,
    );
    tell(error, { tenant: tenantId, attempts: row?.attempts });
    return false;
  }
}

async function sealSome(client: AppClient, tenantId: string | null): Promise<boolean> {
  const [row] = await client.query(
    (sql) => sql`select platform.seal_audit(${tenantId}::text::uuid, ${eventsAtOnce}) as more`,
  );
  return row?.more === true;
}

async function listUnsealed(client: AppClient): Promise<(string | null)[]> {
  const rows = await client.query(
    (sql) => sql`select tenant_id from platform.list_unsealed(${tenantsAtOnce})`,
  );
  return rows.map(({ tenant_id }) => tenant_id);
}

function tell(error: unknown, about: Record<string, unknown>): void {
  log.error(
    { event: 'audit.seal_failed', ...about, err: error },
    'events wait for the audit log, which cannot be sealed',
  );
}
