import { sessionEnded } from '../auth/session-ended';
import { type AppClient, appClient } from '../db/client';
import { graceSeconds } from '../tenancy/life/deleted-tenant';
import { type PlannedRemoval, planOf, type RemovalPlan } from './removal-plan';
import { type RemovalAnswer, type Removed, requireConfirmed, throwKeptPerson } from './removed';

/**
 * What would go with the account of whoever holds this live session of the root host.
 *
 * @throws AppError not_signed_in when there is no such session.
 */
export async function readOwnRemoval(
  sessionId: string,
  client: AppClient = appClient(),
): Promise<RemovalPlan> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select platform.read_own_removal(${sessionId}) as plan`,
  );
  if (!row?.plan) throw sessionEnded();
  return planOf(row.plan as PlannedRemoval);
}

export interface OwnRemoval {
  /** Ids of the sites they own, as the confirmation listed them. */
  sites: string[];
  /** Takes their name and email away for good as well. */
  erase: boolean;
  requestId: string;
}

/**
 * Deletes the account of whoever holds this live session of the root host, in one transaction (S4.12,
 * S4.13, N12): the sites they own first. Ask for the password before.
 *
 * @throws InvalidInput (`sites`) when those are not the sites they own by now; DeleteError for the
 *   last superuser; AppError not_signed_in when the session has ended.
 */
export async function deleteOwnAccount(
  sessionId: string,
  { sites, erase, requestId }: OwnRemoval,
  client: AppClient = appClient(),
): Promise<Removed> {
  await client.verified();
  const [row] = await client
    .query(
      (sql) => sql`
        select platform.delete_own_account(${sessionId}, ${arrayOf(sites)}::text::uuid[], ${erase},
          ${graceSeconds()}::int, ${requestId}) as removed`,
    )
    .catch(throwKeptPerson);
  const answer = (row?.removed ?? null) as RemovalAnswer;
  if (!answer) throw sessionEnded();
  return requireConfirmed(answer);
}

/** The driver is told no types of arrays. The ids were checked to be some. */
function arrayOf(ids: string[]): string {
  return `{${ids.join(',')}}`;
}
