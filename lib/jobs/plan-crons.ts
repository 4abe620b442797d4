import type { AppClient } from '../db/client';
import { log } from '../log';
import type { CronDefinition } from './define-cron';

/** Claims the slots that have begun. Call it at every look: it asks the database once a slot. */
export type Planner = (now?: Date) => Promise<void>;

/**
 * Makes the planner of a worker. Two of them, or two hundred, make each slot's jobs once: the first
 * to come claims it in the database, whose clock is the one that counts.
 */
export function cronPlanner(client: AppClient, crons: readonly CronDefinition[]): Planner {
  const asked = new Map<string, number>();
  return async (now = new Date()) => {
    for (const { name, tenants, slotAt } of crons) {
      const slot = slotAt(now);
      if (!slot || slot.getTime() <= (asked.get(name) ?? 0)) continue;
      const [row] = await client.query(
        (sql) =>
          sql`select platform.plan_cron(${name}, ${slot.toISOString()}::text::timestamptz, ${tenants}::text) as made,
            ${slot.toISOString()}::text::timestamptz <= now() as has_come`,
      );
      // The clock of this process may be ahead: then it asks again at its next look.
      if (row?.has_come) asked.set(name, slot.getTime());
      if (row?.made > 0) {
        log.info({ event: 'cron.planned', cron: name, slot, jobs: row?.made }, 'a slot begins');
      }
    }
  };
}
