import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { events } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';

/** One thing somebody did, as the dashboard tells it. */
export interface Activity {
  id: number;
  type: string;
  actor: string;
  /** Support did it, as somebody: `actor` names both. */
  isSupport: boolean;
  resource: string;
  subjectId: string | null;
  label: string;
  at: string;
}

const shown = 8;
const watched = ['posts', 'tags', 'authors', 'members'];

/** What people did last in the tenant, as far as the person may read it: the newest eight. */
export async function recentActivity(tx: ScopedTx, ctx: MemberContext): Promise<Activity[]> {
  const readable = watched.filter((name) => ctx.can(`${name}.read`));
  const resource = sql<string>`${events.payload} ->> 'resource'`;
  const isReadable = readable.length > 0 ? inArray(resource, readable) : sql`false`;
  const isSettings = ctx.can('settings.read') ? eq(events.type, 'tenant.updated') : sql`false`;
  const rows = await tx
    .select({
      id: events.id,
      type: events.type,
      isSupport: sql<boolean>`${events.payload} ? 'support'`,
      actor: sql<string>`case when ${events.actorId} in (select platform.erased_people())
        then 'Former member' else ${events.actorName} end`,
      resource,
      subjectId: events.subjectId,
      label: sql<string | null>`${events.payload} ->> 'label'`,
      at: events.createdAt,
    })
    .from(events)
    .where(and(sql`${events.actorName} <> ''`, or(isReadable, isSettings)))
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(shown);
  return rows.map((row) => ({
    ...row,
    resource: row.resource ?? '',
    label: row.label ?? '',
    at: row.at.toISOString(),
  }));
}
