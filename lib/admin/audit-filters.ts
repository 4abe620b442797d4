import { asc } from 'drizzle-orm';
import type { MemberContext } from '../auth/viewer';
import { memberships } from '../db/schema/platform';
import { eventTypes, recordVerbs } from '../events/event-types';
import { adminResources } from './registry';

interface Choice {
  id: string;
  label: string;
}

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
    type: types().map((id) => ({ id, label: wordsOf(id) })),
    resource: adminResources
      .filter(({ readOnly }) => !readOnly)
      .map(({ name, label }) => ({ id: name, label })),
    actorName: names.map((name) => ({ id: name, label: name })),
  };
}

function types(): string[] {
  const ofRecords = adminResources
    .filter(({ readOnly }) => !readOnly)
    .flatMap(({ singular, actions }) => [
      ...recordVerbs.map((verb) => `${singular}.${verb}`),
      ...Object.values(actions).map(({ done }) => `${singular}.${done}`),
    ]);
  return [...new Set([...ofRecords, ...eventTypes])];
}

/** "post.trashed" as a sentence: "Post trashed". */
function wordsOf(type: string): string {
  const words = type.replaceAll(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
