import { type AppClient, appClient } from '../db/client';

/**
 * Brings a tenant's audit log up to date with its events: call it before the log is read. The worker
 * does the same on its own after every change, so there is seldom anything to do.
 *
 * @param tenantId - null for the platform's own log.
 */
export async function sealAudit(
  tenantId: string | null,
  client: AppClient = appClient(),
): Promise<void> {
  await client.verified();
  for (let more = true; more; ) {
    const [row] = await client.query(
      (sql) => sql`select platform.seal_audit(${tenantId}::text::uuid) as more`,
    );
    more = row?.more === true;
  }
}

/** The same for everybody who has something to seal. Stops early once `isOver` says so. */
export async function sealAllAudit(
  client: AppClient,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (let more = true; more && !isOver(); ) {
    const [row] = await client.query((sql) => sql`select platform.seal_all_audit(500) as more`);
    more = row?.more === true;
  }
}
