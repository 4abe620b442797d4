import { eq, type SQL } from 'drizzle-orm';
import { media } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';

/** A picture as it is kept. */
export interface Picture {
  id: string;
  fileName: string;
  alt: string;
  contentType: string;
  width: number;
  height: number;
  focalX: number;
  focalY: number;
  bytes: number;
}

/** The columns of a {@link Picture}. */
export const pictureColumns = {
  id: media.id,
  fileName: media.fileName,
  alt: media.alt,
  contentType: media.contentType,
  width: media.width,
  height: media.height,
  focalX: media.focalX,
  focalY: media.focalY,
  bytes: media.bytes,
};

/** Gives the tenant's picture of an id, which must be one, or null. */
export function findPicture(tx: ScopedTx, id: string): Promise<Picture | null> {
  return one(tx, eq(media.id, id));
}

/** Gives the tenant's picture that was made of the very same bytes, or null. */
export function findSamePicture(tx: ScopedTx, sha256: string): Promise<Picture | null> {
  return one(tx, eq(media.sha256, sha256));
}

async function one(tx: ScopedTx, condition: SQL): Promise<Picture | null> {
  const [row] = await tx.select(pictureColumns).from(media).where(condition);
  return row ?? null;
}
