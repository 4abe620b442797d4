import type { Picture } from './find-picture';
import { mediaAddress } from './media-address';

/** A picture as the pages of the admin and programs get it after an upload. */
export interface MediaJson extends Omit<Picture, 'focalX' | 'focalY'> {
  /** From the root of the site, the same on every host of the tenant. */
  address: string;
  /** A small form of it, for lists. */
  thumbnail: string;
}

/** Puts a picture into the form the browser gets. */
export function toMediaJson(picture: Picture): MediaJson {
  const { focalX: _x, focalY: _y, ...rest } = picture;
  return { ...rest, address: mediaAddress(picture), thumbnail: mediaAddress(picture, 480) };
}
