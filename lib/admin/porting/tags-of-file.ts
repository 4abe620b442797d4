import { AppError } from '../../errors';
import { createRecord } from '../../resources/create-record';
import { slugFrom } from '../../resources/settle-values';
import { tagsResource } from '../resources/tags';
import type { ImportRun } from './import-posts';

/** The topics a file names. */
export interface FileTags {
  /** Of those that are there; undefined where the file says nothing of topics. */
  ids: string[] | undefined;
  /** Names of those that are not. */
  toMake: string[];
  notes: string[];
  /** Remembers what makeTags has made, once it is certain. */
  keep(): void;
  made: { id: string; slug: string; name: string }[];
}

/**
 * Finds the topics a file names.
 *
 * @throws AppError for one that is not there, where the person may make none.
 */
export function tagsOfFile({ ctx, tags }: ImportRun, names: string[] | undefined): FileTags {
  const made: FileTags['made'] = [];
  const found = (names ?? []).map((name) => ({ name, id: tags.find(name) }));
  const unknown = found.filter(({ id }) => id === null).map(({ name }) => name);
  const bySlug = new Map(unknown.map((name) => [slugFrom(name, 120) || name, name]));
  const toMake = [...bySlug.values()];
  const [first] = toMake;
  if (first !== undefined && !ctx.can(tagsResource.permissions.write)) {
    throw new AppError('forbidden', `There is no topic “${first}”, and you may not make one.`);
  }
  return {
    ...{ toMake, made },
    ids: names && [...new Set(found.flatMap(({ id }) => id ?? []))],
    notes: toMake.length > 0 ? [`Makes the topics: ${toMake.join(', ')}.`] : [],
    keep: () => made.forEach((row) => void tags.add(row)),
  };
}

/** Makes the topics that are not there, inside the transaction of their post; all ids, as values. */
export async function makeTags({ ctx }: ImportRun, tags: FileTags): Promise<{ tags?: string[] }> {
  if (!tags.ids) return {};
  for (const name of tags.toMake) {
    const slug = slugFrom(name, 120) || `topic-${crypto.randomUUID().slice(0, 8)}`;
    const { id } = await createRecord(ctx, tagsResource, { name, slug });
    tags.made.push({ id, slug, name });
  }
  return { tags: [...tags.ids, ...tags.made.map(({ id }) => id)] };
}
