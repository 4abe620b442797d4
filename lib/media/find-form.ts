import type { ScopedDb } from '../db/scoped-db';
import { AppError } from '../errors';
import { findPicture } from './find-picture';
import { mediaWidths } from './media-rules';
import type { MediaStorage } from './storage/media-storage';
import { openStorage } from './storage/open-storage';

/** Which form of which picture an address names. */
export interface FormAddress {
  id: string;
  /** Null for the whole. */
  width: number | null;
  fileName: string;
}

/** A form that is there; its bytes are read when they are asked for. */
export interface FoundForm {
  contentType: string;
  /** Names the bytes, which never change. */
  etag: string;
  read(): Promise<Buffer>;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/**
 * Finds what an address of the tenant's own pictures names. Another tenant's picture is as unknown
 * as one that never was.
 *
 * @returns null where there is nothing.
 */
export async function findForm(
  { tenant, db }: { tenant: { id: string }; db: Pick<ScopedDb, 'read'> },
  { id, width, fileName }: FormAddress,
  storage: () => MediaStorage = openStorage,
): Promise<FoundForm | null> {
  if (!uuid.test(id)) return null;
  const picture = await db.read((tx) => findPicture(tx, id));
  if (!picture || picture.fileName !== fileName || !isOffered(width)) return null;
  // A small picture is its own narrow form.
  const kept = width !== null && width < picture.width ? width : null;
  const place = { tenantId: tenant.id, mediaId: id, width: kept };
  return {
    contentType: kept === null ? picture.contentType : 'image/webp',
    etag: `"${id}-${kept ?? 'whole'}"`,
    read: async () => {
      const bytes = await storage().get(place);
      if (bytes) return bytes;
      throw new AppError('unavailable', 'This picture cannot be read at the moment.');
    },
  };
}

function isOffered(width: number | null): boolean {
  return width === null || mediaWidths.some((one) => one === width);
}
