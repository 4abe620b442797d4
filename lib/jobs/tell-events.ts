import { sealAllAudit } from '../audit/seal-audit';
import type { AppClient } from '../db/client';
import { log } from '../log';
import { fanOutEvents } from './job-store';
import type { Wiring } from './wiring';

const eventsAtOnce = 500;

/**
 * Turns new events into jobs and seals them into the audit log. A log that cannot be sealed must not
 * keep jobs from being done.
 *
 * @returns how many events were told.
 */
export async function tellEvents(
  client: AppClient,
  wiring: Wiring,
  isOver: () => boolean = () => false,
): Promise<number> {
  let told = 0;
  for (let batch = eventsAtOnce; batch === eventsAtOnce && !isOver(); told += batch) {
    batch = await fanOutEvents(client, wiring.kinds, eventsAtOnce, wiring.ordered);
  }
  await sealAllAudit(client, isOver).catch((error) => {
    log.error({ event: 'audit.seal_failed', err: error }, 'events wait for the audit logs');
  });
  return told;
}
