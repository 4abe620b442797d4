import { isNull } from 'drizzle-orm';
import { authors, tags } from '../../db/schema/tenant';
import type { ResourceContext } from '../../resources/resource-context';
import { slugFrom } from '../../resources/settle-values';

/** The tenant's authors or topics, as files name them. */
export interface Names {
  /** The id of the one that is meant by a slug or a name, or null. */
  find(text: string): string | null;
  has(id: string): boolean;
  add(row: NamedRow): void;
}

interface NamedRow {
  id: string;
  slug: string;
  name: string;
}

/** Reads the authors and topics that are not in the trash. */
export async function findNames({ db }: ResourceContext): Promise<{ authors: Names; tags: Names }> {
  return db.read(async (tx) => {
    const [people, topics] = await Promise.all([
      tx
        .select({ id: authors.id, slug: authors.slug, name: authors.name })
        .from(authors)
        .where(isNull(authors.deletedAt)),
      tx
        .select({ id: tags.id, slug: tags.slug, name: tags.name })
        .from(tags)
        .where(isNull(tags.deletedAt)),
    ]);
    return { authors: createNames(people), tags: createNames(topics) };
  });
}

/** What a file calls a row: its name where that leads back to it, and its slug otherwise. */
export function nameInFile({ slug, name }: { slug: string; name: string }): string {
  return slugFrom(name, 120) === slug && name.trim() === name ? name : slug;
}

function createNames(rows: NamedRow[]): Names {
  const bySlug = new Map(rows.map(({ id, slug }) => [slug, id]));
  const byName = new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
  const ids = new Set(rows.map(({ id }) => id));
  return {
    find: (text) =>
      bySlug.get(text) ?? bySlug.get(slugFrom(text, 120)) ?? byName.get(text.toLowerCase()) ?? null,
    has: (id) => ids.has(id),
    add: ({ id, slug, name }) => {
      bySlug.set(slug, id);
      byName.set(name.toLowerCase(), id);
      ids.add(id);
    },
  };
}
