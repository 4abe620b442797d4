import { asc, isNull, sql } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { authors } from '../../db/schema/tenant';
import { createRecord } from '../../resources/create-record';
import { authorsResource } from '../resources/authors';

/**
 * Gives the author that somebody's new post is by until they choose: the one with their name, else one
 * that is made for them, where they may, else any.
 *
 * @returns the author's id; undefined where there is none.
 */
export async function ownAuthor(ctx: MemberContext): Promise<string | undefined> {
  const { name } = ctx.viewer;
  const [found] = await ctx.db.read((tx) =>
    tx
      .select({ id: authors.id, name: authors.name })
      .from(authors)
      .where(isNull(authors.deletedAt))
      .orderBy(sql`${authors.name} <> ${name}`, asc(authors.name))
      .limit(1),
  );
  if (found?.name === name || !ctx.can(authorsResource.permissions.write)) return found?.id;
  return (await createRecord(ctx, authorsResource, { name })).id;
}
