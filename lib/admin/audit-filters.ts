import { asc } from 'drizzle-orm';
import type { MemberContext } from '../auth/viewer';
import { memberships } from '../db/schema/platform';
import { auditChoices, type Choice } from './audit-choices';

const mostPeople = 200;

/** What the audit log can be filtered by: what may happen here, to what, and by whom. */
export async function auditFilters(ctx: MemberContext): Promise<Record<string, Choice[]>> {
  const people = await ctx.db.read((tx) =>
    tx
      .select({ name: memberships.name })
      .from(memberships)
      .orderBy(asc(memberships.name), asc(memberships.id))
      .limit(mostPeople),
  );
  const names = [...new Set(people.map(({ name }) => name))].filter((name) => name !== '');
  return {
    ...auditChoices(),
    actorName: names.map((name) => ({ id: name, label: name })),
  };
}
