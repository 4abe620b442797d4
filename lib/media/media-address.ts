import { mediaWidths } from './media-rules';

/** What an address is made of. */
export interface Addressed {
  id: string;
  fileName: string;
}

/** A picture as pages show it. Plain data: it travels through the cache. */
export interface ShownPicture extends Addressed {
  alt: string;
  width: number;
  height: number;
  /** What must stay in sight, from the upper left, 0 to 1. */
  focalX: number;
  focalY: number;
}

/**
 * The address of a picture on every host of its tenant, from the site's own root. It never means
 * other bytes, so it may be kept for ever.
 *
 * @param width - one of the widths that pages may ask for; the whole picture without it.
 */
export function mediaAddress({ id, fileName }: Addressed, width?: number): string {
  const form = width === undefined ? '' : `/${width}`;
  return `/media/${id}${form}/${encodeURIComponent(fileName)}`;
}

/** The widths a picture of some width is kept in besides its own, in pixels, the narrowest first. */
export function formWidths(width: number): number[] {
  return mediaWidths.filter((one) => one < width);
}

/** What `srcset` offers of a picture; empty where it is too small to be kept in several widths. */
export function mediaSrcset(
  picture: Addressed & { width: number },
  place: (address: string) => string = (address) => address,
): string {
  const widths = formWidths(picture.width);
  if (widths.length === 0) return '';
  const forms = widths.map((width) => `${place(mediaAddress(picture, width))} ${width}w`);
  return [...forms, `${place(mediaAddress(picture))} ${picture.width}w`].join(', ');
}

const inAddress = /^\/media\/([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})\//;

/** The id of the picture that an address of a text names, or null for any other address. */
export function pictureIdIn(address: string): string | null {
  return inAddress.exec(address)?.[1] ?? null;
}

const inText = new RegExp(inAddress.source.slice(1), 'g');

/** The ids of the pictures whose addresses stand in a text, each once. */
export function pictureIdsIn(text: string): string[] {
  return [...new Set([...text.matchAll(inText)].map(([, id]) => id as string))];
}
