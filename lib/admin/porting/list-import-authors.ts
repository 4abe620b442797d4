import { asc, isNull } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { authors } from '../../db/schema/tenant';

const most = 500;

/** Whose posts imported ones may become: whoever imports first, where they are an author. */
export async function listImportAuthors({
  db,
  viewer,
}: MemberContext): Promise<{ id: string; label: string }[]> {
  const rows = await db.read((tx) =>
    tx
      .select({ id: authors.id, label: authors.name, userId: authors.userId })
      .from(authors)
      .where(isNull(authors.deletedAt))
      .orderBy(asc(authors.name))
      .limit(most),
  );
  const isOwn = ({ userId }: { userId: string | null }) => userId === viewer.userId;
  const sorted = [...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row))];
  return sorted.map(({ id, label }) => ({ id, label }));
}
