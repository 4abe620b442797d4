import { AppError } from '../../errors';
import { changedValues } from '../../resources/changes';
import { createRecord } from '../../resources/create-record';
import { InvalidInput } from '../../resources/invalid-input';
import { parseInput } from '../../resources/record-input';
import type { Values } from '../../resources/resource';
import { settleValues } from '../../resources/settle-values';
import { updateRecord } from '../../resources/update-record';
import { postsResource } from '../resources/posts';
import { findCover } from './find-cover';
import { findRivals } from './find-rivals';
import type { ImportItem, ImportRun } from './import-posts';
import { type ItemReport, type Outcome, refusedReport } from './item-report';
import { type FilePost, readPostFile } from './read-post-file';
import { type FileTags, makeTags, tagsOfFile } from './tags-of-file';

/** Imports one file, or says what would become of it. Never throws for what is wrong with it. */
export async function importFile(run: ImportRun, item: ImportItem): Promise<ItemReport> {
  const { post, faults, ignored } = readPostFile(item, run.timeZone);
  if (!post) return refusedReport(item.name, faults);
  const known = { title: post.title, slug: post.slug };
  const twin = run.seen.get(post.slug);
  if (twin !== undefined) {
    const message = `“${twin}” of this import has the same slug, ${post.slug}.`;
    return refusedReport(item.name, [{ message }], known);
  }
  if (post.slug) run.seen.set(post.slug, item.name);
  const notes = ignored.length > 0 ? [`Left out: ${ignored.slice(0, 12).join(', ')}.`] : [];
  try {
    return await settle(run, item, post, { name: item.name, ...known, notes });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refusedReport(item.name, [{ message: wordsOf(error) }], { ...known, notes });
  }
}

type Begun = Pick<ItemReport, 'name' | 'title' | 'slug' | 'notes'>;

async function settle(run: ImportRun, item: ImportItem, post: FilePost, begun: Begun) {
  const tags = tagsOfFile(run, post.tags);
  const author = post.author === undefined ? null : run.authors.find(post.author);
  const coverId = post.cover ? await findCover(run.ctx, post.cover) : null;
  const notes = [
    ...begun.notes,
    ...authorNotes(run, post, author),
    ...coverNotes(post, coverId),
    ...tags.notes,
  ];
  const values = { ...valuesOf(post, tags, author), ...coverOf(post, coverId) };
  const { existing, copies } = await findRivals(run.ctx, post.slug, run.options.onConflict);
  const report = (outcome: Outcome, of: Values | null, told: string[] = []): ItemReport => ({
    ...{ ...begun, outcome, faults: [], notes: [...notes, ...told] },
    ...{ id: of ? String(of.id) : null, version: of ? Number(of.version) : null },
  });
  if (!existing) return create(run, { values, tags }, report, 'new');
  const changed = changesTo(existing, values);
  const isSame = (names: string[]) => names.length === 0 && tags.toMake.length === 0;
  if (isSame(changed)) return report('unchanged', existing);
  if (run.options.onConflict === 'skip') {
    return report('skipped', existing, [
      'There is a post with this slug that says something else.',
    ]);
  }
  if (run.options.onConflict === 'copy') {
    const same = copies.find((copy) => isSame(changesTo(copy, { ...values, slug: copy.slug })));
    if (same) return { ...report('unchanged', same), slug: String(same.slug) };
    const slug = freeSlug(post.slug, copies);
    return {
      ...(await create(run, { values: { ...values, slug }, tags }, report, 'copied')),
      slug,
    };
  }
  if (!run.options.dryRun) {
    // The check found none: whoever made it since has not been asked.
    if (item.version === null)
      throw new AppError('conflict', 'Somebody has made this post since the check. Check again.');
    const version = item.version === undefined ? Number(existing.version) : item.version;
    await run.ctx.db.write(async () => {
      const made = { ...values, ...(await makeTags(run, tags)) };
      await updateRecord(run.ctx, postsResource, String(existing.id), version, made);
    });
    tags.keep();
  }
  const fields = changed.map((name) => postsResource.fields[name]?.label.toLowerCase());
  const told = fields.filter(Boolean).join(', ');
  return report('replaced', existing, told ? [`Differs in: ${told}.`] : []);
}

async function create(
  run: ImportRun,
  { values, tags }: { values: Values; tags: FileTags },
  report: (outcome: Outcome, of: Values | null) => ItemReport,
  outcome: 'new' | 'copied',
): Promise<ItemReport> {
  const given: Values = { authorId: run.options.authorId, ...values };
  if (!given.authorId) {
    throw new AppError('bad_input', 'It names no author who is known. Choose one for such files.');
  }
  settleValues(postsResource, parseInput(postsResource, 'create', given), null);
  if (run.options.dryRun) {
    if (run.room === 0) {
      throw new AppError('conflict', 'The limit of posts would be reached before this one.');
    }
    if (run.room !== null) run.room -= 1;
    return report(outcome, null);
  }
  const saved = await run.ctx.db.write(async () => {
    const made = { ...given, ...(await makeTags(run, tags)) };
    return createRecord(run.ctx, postsResource, made);
  });
  tags.keep();
  return { ...report(outcome, null), ...saved };
}

/** The fields in which a post would differ from what it is. */
function changesTo(before: Values, values: Values): string[] {
  const given = parseInput(postsResource, 'update', values);
  return Object.keys(changedValues(before, settleValues(postsResource, given, before)));
}

function valuesOf(post: FilePost, tags: FileTags, authorId: string | null): Values {
  const { author: _author, tags: _tags, cover: _cover, ...values } = post;
  if (!post.slug) throw new AppError('bad_input', 'It has no slug, and its name gives none.');
  return { ...values, ...(authorId && { authorId }), ...(tags.ids && { tags: tags.ids }) };
}

function authorNotes({ options }: ImportRun, { author }: FilePost, id: string | null): string[] {
  if (author === undefined || id !== null) return [];
  const instead = options.authorId
    ? ': the chosen author stands in, or whoever the post is by'
    : '';
  return [`No author is called “${author.slice(0, 60)}”${instead}.`];
}

function coverNotes({ cover }: FilePost, id: string | null): string[] {
  if (!cover || id !== null) return [];
  return [`The cover “${cover.slice(0, 60)}” is no picture of the library, and is left out.`];
}

/** A cover that is not here leaves the one there is. */
function coverOf({ cover }: FilePost, coverId: string | null): Values {
  return cover === '' || coverId !== null ? { coverId } : {};
}

function freeSlug(slug: string, copies: Values[]): string {
  const taken = new Set(copies.map((copy) => copy.slug));
  for (let number = 2; ; number += 1) {
    const tried = `${slug.slice(0, 110).replace(/-$/, '')}-${number}`;
    if (!taken.has(tried)) return tried;
  }
}

function wordsOf(error: AppError): string {
  return error instanceof InvalidInput
    ? [...Object.values(error.errors.fields).flat(), ...error.errors.general].join(' ')
    : error.message;
}
