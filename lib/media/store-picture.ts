import { createHash, randomUUID } from 'node:crypto';
import { media } from '../db/schema/tenant';
import { AppError } from '../errors';
import { recordEvent } from '../events/record-event';
import { LimitReached } from '../limit-reached';
import { readLimits } from '../limits/read-limits';
import { log } from '../log';
import { cleanFileName } from './clean-file-name';
import { type DrawnPicture, drawForms } from './draw-forms';
import { findPicture, findSamePicture, type Picture } from './find-picture';
import type { MediaContext } from './media-context';
import type { Upload } from './read-upload';
import { type PictureType, sniffType } from './sniff-type';
import type { MediaStorage } from './storage/media-storage';
import { openStorage } from './storage/open-storage';
import type { StoragePlace } from './storage/storage-place';

export interface StoredPicture {
  picture: Picture;
  /** False where the tenant had the very same file already. */
  isNew: boolean;
}

/**
 * Takes a file into the tenant's library: drawn anew in all its widths, kept, then noted with its
 * event in one transaction, which is where the limit of storage is asked.
 *
 * @param storage - the process's own unless given.
 * @throws AppError forbidden, wrong_type, too_large, unusable, unavailable; LimitReached.
 */
export async function storePicture(
  ctx: MediaContext,
  { bytes, fileName, alt }: Upload,
  storage: MediaStorage = openStorage(),
): Promise<StoredPicture> {
  if (!ctx.can('media.write')) throw new AppError('forbidden', 'You may not add pictures here.');
  const type = requirePicture(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await ctx.db.read((tx) => findSamePicture(tx, sha256));
  if (known) return { picture: known, isNew: false };
  await requireSpace(ctx);
  const drawn = await drawForms(bytes, type);
  const mediaId = randomUUID();
  const file = { tenantId: ctx.tenant.id, mediaId };
  try {
    for (const { width, bytes: form, contentType } of drawn.forms) {
      await storage.put({ ...file, width }, form, contentType);
    }
    const picture = pictureOf(mediaId, cleanFileName(fileName, drawn.ending), alt, drawn);
    if (await note(ctx, picture, { sha256, storedBytes: sizeOf(drawn) })) {
      return { picture, isNew: true };
    }
  } catch (error) {
    await removeUnnoted(ctx, storage, file);
    throw error;
  }
  // Somebody sent the same file at the same moment, and theirs was noted first.
  await storage.remove(file);
  const first = await ctx.db.read((tx) => findSamePicture(tx, sha256));
  if (!first) throw new AppError('conflict', 'The same file was just deleted. Try it again.');
  return { picture: first, isNew: false };
}

/**
 * Takes the bytes away again, unless the picture was noted after all: a commit may have arrived whose
 * answer did not. Where nobody can say, they stay; that is no harm, and never hides what went wrong.
 */
async function removeUnnoted(
  ctx: MediaContext,
  storage: MediaStorage,
  file: Omit<StoragePlace, 'width'>,
) {
  try {
    const noted = await ctx.db.read((tx) => findPicture(tx, file.mediaId));
    if (!noted) await storage.remove(file);
  } catch (error) {
    log.warn({ event: 'media.left-behind', ...file, err: error }, 'bytes were left in the storage');
  }
}

/** Before the work of drawing. Whether it fits is for the database to say, when it is noted. */
async function requireSpace({ db }: MediaContext): Promise<void> {
  const limits = await db.read(readLimits);
  const storage = limits.find(({ name }) => name === 'storage');
  if (storage?.level !== 'full' || storage.most === null) return;
  throw new LimitReached({ name: 'storage', used: storage.used, most: storage.most });
}

function requirePicture(bytes: Buffer): PictureType {
  const found = sniffType(bytes);
  if (found && 'picture' in found) return found.picture;
  const taken = 'JPEG, PNG, WebP, AVIF, GIF and SVG pictures are taken';
  throw new AppError(
    'wrong_type',
    found ? `This is ${found.known}. ${taken}.` : `This is no picture that is known. ${taken}.`,
  );
}

/** @returns false where the tenant has that file by now. */
async function note(
  ctx: MediaContext,
  picture: Picture,
  { sha256, storedBytes }: { sha256: string; storedBytes: number },
): Promise<boolean> {
  return ctx.db.write(async (tx) => {
    const rows = await tx
      .insert(media)
      .values({ ...picture, sha256, storedBytes, createdBy: ctx.actor?.id ?? null })
      .onConflictDoNothing({ target: [media.tenantId, media.sha256] })
      .returning({ id: media.id });
    if (rows.length === 0) return false;
    await recordEvent(tx, ctx, {
      type: 'picture.created',
      subjectId: picture.id,
      payload: { resource: 'media', label: picture.fileName },
      cacheTags: [],
    });
    return true;
  });
}

function pictureOf(id: string, fileName: string, alt: string, drawn: DrawnPicture): Picture {
  const { contentType, width, height, forms } = drawn;
  const bytes = forms[0]?.bytes.length ?? 0;
  return { id, fileName, alt, contentType, width, height, bytes, focalX: 0.5, focalY: 0.5 };
}

function sizeOf({ forms }: DrawnPicture): number {
  return forms.reduce((total, { bytes }) => total + bytes.length, 0);
}
