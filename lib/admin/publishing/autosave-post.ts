import type { MemberContext } from '../../auth/viewer';
import { AppError } from '../../errors';
import { createRecord } from '../../resources/create-record';
import { getRecord } from '../../resources/find-record';
import { InvalidInput } from '../../resources/invalid-input';
import { parseInput } from '../../resources/record-input';
import type { Values } from '../../resources/resource';
import { updateRecord } from '../../resources/update-record';
import { postsResource } from '../resources/posts';
import { baseVersion, publicationFields } from './base-version';
import { ownAuthor } from './own-author';
import { dropPostDraft, keepPostDraft } from './post-draft';
import { settleWriting } from './writers';

/** What an editor sends while somebody writes. */
export interface Writings {
  /** Null until there is a post; `once` is its id then. */
  post: string | null;
  once: string;
  tab: string;
  /** The one it was written over. */
  version: number | null;
  values: Values;
}

/** What became of it. */
export interface Autosaved {
  id: string;
  version: number | null;
  /** `draft`: beside a post that is public or scheduled, for nobody but those who write. */
  kept: 'post' | 'draft';
  /** ISO time. */
  at: string;
  /** What could not be saved, by field, and why; everything else is. */
  faults: Record<string, string>;
}

/**
 * Saves what somebody has written so far (D14). A draft takes it itself; beside a post that is public
 * or scheduled it waits to be published. A field that cannot be saved keeps no other from it.
 *
 * @throws AppError conflict where another page writes; EditConflict where somebody was quicker;
 *   InvalidInput where there is nothing left to save; AppError not_found, forbidden, unavailable.
 */
export async function autosavePost(ctx: MemberContext, writings: Writings): Promise<Autosaved> {
  const { post, once, tab, values } = writings;
  if (!post) return saveSound(nonEmpty(values), (sound) => makePost(ctx, sound, once));
  await requireSeat(ctx, post, tab);
  const stored = await getRecord(ctx, postsResource, post);
  if (!stored) throw new AppError('not_found', 'This post is gone, or in the trash.');
  if (stored.values.status !== 'draft') return keepBeside(ctx, writings, post);
  const { version, isWaiting } = await baseVersion(ctx, post, writings.version);
  const kept = await saveSound(
    // What makes a post public is done by a button, never by a pause for thought.
    without(values, [...publicationFields, ...unchosen(values)]),
    async (sound) => {
      const saved = await updateRecord(ctx, postsResource, post, version, sound, {
        autosave: true,
      });
      return { id: post, version: saved.version, kept: 'post', at: new Date().toISOString() };
    },
  );
  // It was written over what waited, all of which is in it.
  if (isWaiting && Object.keys(kept.faults).length === 0) await dropPostDraft(ctx, post);
  return kept;
}

async function requireSeat(ctx: MemberContext, post: string, tab: string): Promise<void> {
  const { mine, writer } = await settleWriting(ctx, { post, tab, want: 'write' });
  if (mine) return;
  const who = writer?.self ? 'You write in another tab' : `${writer?.name ?? 'Somebody'} writes`;
  throw new AppError('conflict', `${who} at this post now, so nothing was saved here.`);
}

async function makePost(ctx: MemberContext, values: Values, once: string) {
  const title = String(values.title ?? '').trim() || 'Untitled';
  const authorId = values.authorId ?? (await ownAuthor(ctx));
  const given = { ...without(values, publicationFields), title, authorId, status: 'draft' };
  const { id, version } = await createRecord(ctx, postsResource, given, { once });
  return { id, version, kept: 'post' as const, at: new Date().toISOString() };
}

async function keepBeside(ctx: MemberContext, { version, values }: Writings, postId: string) {
  const wanted = without(values, ['status', ...unchosen(values)]);
  return saveSound(wanted, async (sound) => {
    const checked = parseInput(postsResource, 'update', sound);
    const at = await ctx.db.write((tx) =>
      keepPostDraft(tx, ctx, { postId, values: checked, baseVersion: version ?? 0 }),
    );
    return { id: postId, version, kept: 'draft' as const, at };
  });
}

/** Saves what can be saved: what is refused by name is left out and told. */
async function saveSound(
  values: Values,
  save: (sound: Values) => Promise<Omit<Autosaved, 'faults'>>,
): Promise<Autosaved> {
  const faults: Record<string, string> = {};
  for (let sound = values; ; ) {
    try {
      return { ...(await save(sound)), faults };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const refused = Object.keys(error.errors.fields).filter((name) => name in sound);
      if (refused.length === 0) throw error;
      for (const name of refused) faults[name] = error.errors.fields[name]?.[0] ?? 'Not saved.';
      sound = without(sound, refused);
    }
  }
}

/** A post keeps the author it was made with until another is chosen. */
function unchosen({ authorId }: Values): string[] {
  return authorId === '' || authorId === null ? ['authorId'] : [];
}

function without(values: Values, names: string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

function nonEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
