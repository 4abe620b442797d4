import type { StoragePlace } from './storage-place';

/** Keeps the bytes of files. Both engines pass the same tests. */
export interface MediaStorage {
  /** Writes a form whole or not at all; again is the same. */
  put(place: StoragePlace, bytes: Buffer, contentType: string): Promise<void>;
  /** Gives a form, or null where there is none. */
  get(place: StoragePlace): Promise<Buffer | null>;
  /** Takes away all forms of a file; one that is gone already is no fault. */
  remove(file: Omit<StoragePlace, 'width'>): Promise<void>;
  /** Takes away everything of a tenant. */
  removeTenant(tenantId: string): Promise<void>;
}
