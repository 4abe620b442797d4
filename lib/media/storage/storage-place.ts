/** Where one form of a file lies: whose it is, which file, and which form. */
export interface StoragePlace {
  tenantId: string;
  mediaId: string;
  /** Pixels, or null for the whole. */
  width: number | null;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Begins every path and key of a tenant's files, with a slash at its end. */
export function tenantStorageFolder(tenantId: string): string {
  return `media/${checked(tenantId)}/`;
}

/** Begins every path and key of the forms of one file. */
export function mediaStorageFolder({ tenantId, mediaId }: Omit<StoragePlace, 'width'>): string {
  return `${tenantStorageFolder(tenantId)}${checked(mediaId)}/`;
}

/**
 * The path of a form below the data folder, and its key in a bucket. Made of ids alone: no name that
 * anybody gave is in it.
 *
 * @throws RangeError for anything that is no id.
 */
export function storagePath({ width, ...file }: StoragePlace): string {
  if (width !== null && !Number.isSafeInteger(width))
    throw new RangeError('A width is a whole number.');
  return mediaStorageFolder(file) + (width ?? 'whole');
}

function checked(id: string): string {
  if (!uuid.test(id)) throw new RangeError('Files are kept under ids, and this is none.');
  return id;
}
