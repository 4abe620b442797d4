import { desc } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { supportGrants, supportSessions } from '../../db/schema/platform';

/** An access of support to this tenant, running or past. Plain data. */
export interface SupportEntry {
  id: string;
  superuserName: string;
  userName: string;
  reason: string;
  /** Changes were asked for, under a grant. */
  canWrite: boolean;
  startedAt: string;
  expiresAt: string;
  /** Null while it runs. */
  endedAt: string | null;
  endedHow: EndedHow | null;
  endedByName: string | null;
}

export type EndedHow = NonNullable<(typeof supportSessions.$inferSelect)['endedHow']>;

/** That support may change things, until when and by whom. */
export interface SupportGrant {
  until: string;
  grantedByName: string;
}

const mostShown = 100;

/** Reads who of support was here, the last first, and what they may do now (issue 5, item 8). */
export async function readSupportLog(
  { db }: Pick<MemberContext, 'db'>,
  now = Date.now(),
): Promise<{ running: SupportEntry[]; past: SupportEntry[]; grant: SupportGrant | null }> {
  const [rows, [granted]] = await db.read((tx) =>
    Promise.all([
      tx.select().from(supportSessions).orderBy(desc(supportSessions.startedAt)).limit(mostShown),
      tx.select().from(supportGrants),
    ]),
  );
  const entries = rows.map((row) => entryOf(row, now));
  const isGranted = granted && granted.until.getTime() > now;
  return {
    running: entries.filter(({ endedAt }) => endedAt === null),
    past: entries.filter(({ endedAt }) => endedAt !== null),
    grant: isGranted
      ? { until: granted.until.toISOString(), grantedByName: granted.grantedByName }
      : null,
  };
}

/** One whose time is up has ended, whether or not it was written down already. */
function entryOf(row: typeof supportSessions.$inferSelect, now: number): SupportEntry {
  const { id, superuserName, userName, reason, canWrite, endedByName } = row;
  const isOver = row.endedAt === null && row.expiresAt.getTime() <= now;
  return {
    ...{ id, superuserName, userName, reason, canWrite, endedByName },
    startedAt: row.startedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endedAt: (isOver ? row.expiresAt : row.endedAt)?.toISOString() ?? null,
    endedHow: isOver ? 'time' : row.endedHow,
  };
}
